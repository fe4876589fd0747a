import { ApiError, errorMessage } from "#lib/api-client.ts";
import type { KeepDraft } from "#lib/contract/draft.ts";

export type Words = Pick<KeepDraft, "base" | "changes"> & {
  /** When they were typed. */
  at: string;
};

export type Keeping =
  | { state: "pending" }
  | { state: "kept"; at: string }
  /** The hub cannot be reached; it is tried again. */
  | { state: "offline" }
  | { state: "refused"; why: string }
  /** Another window of the same person has kept a newer one, and it has to be said which stays. */
  | { state: "elsewhere"; keptAt: string };

type Hub = {
  put: (draft: KeepDraft) => Promise<string>;
  remove: (keptAt: string) => Promise<void>;
  onKeeping: (keeping: Keeping) => void;
  /** What was typed then is on the hub; null when there is no draft any more. */
  onSent: (words: Words | null, keptAt: string | null) => void;
};

/** At most this long after a key, and no more often. */
const pause = 1_500;
const retryAfter = 10_000;

/** Sends a draft to the hub as it is typed: one request at a time, the newest words, each over the ones before. */
export class DraftSender {
  private hub: Hub;
  /** Of the draft that the next one goes on from. */
  private keptAt: string | null;
  private next: { words: Words | null } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy: Promise<void> | null = null;
  private held = false;

  constructor(hub: Hub, keptAt: string | null, isHeld = false) {
    this.hub = hub;
    this.keptAt = keptAt;
    this.held = isHeld;
  }

  get goesOnFrom(): string | null {
    return this.keptAt;
  }

  /** @param words null when nothing differs any more */
  keep(words: Words | null): void {
    this.next = { words };
    this.schedule(pause);
  }

  /** Sends what waits now: as the editor or the page is left, or once the hub is there again. */
  async flush(): Promise<void> {
    this.unschedule();
    await this.busy;
    if (this.held || !this.next) return;
    const { words } = this.next;
    this.next = null;
    this.busy = this.send(words);
    await this.busy;
    this.busy = null;
  }

  /** Nothing is sent until it is released: the edit itself is on its way. */
  async hold(): Promise<void> {
    this.held = true;
    this.unschedule();
    await this.busy;
  }
  release(): void {
    this.held = false;
    if (this.next) this.schedule(pause);
  }
  /** The draft has ended, by being saved or thrown away. */
  end(): void {
    this.next = null;
    this.keptAt = null;
  }

  /** These words take the place of the ones from elsewhere. */
  replace(keptAt: string, words: Words): void {
    this.keptAt = keptAt;
    this.held = false;
    this.next = { words };
    void this.flush();
  }

  private schedule(ms: number): void {
    if (this.held || this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.flush(), ms);
  }
  private unschedule(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async send(words: Words | null): Promise<void> {
    try {
      if (words) {
        const { at, ...draft } = words;
        this.keptAt = await this.hub.put({ ...draft, replaces: this.keptAt });
        this.hub.onKeeping({ state: "kept", at: this.keptAt });
      } else if (this.keptAt !== null) {
        await this.hub.remove(this.keptAt);
        this.keptAt = null;
      }
      this.hub.onSent(words, this.keptAt);
    } catch (error) {
      this.next ??= { words };
      this.explain(error);
    }
  }

  private explain(error: unknown): void {
    const status = error instanceof ApiError ? error.status : 0;
    if (error instanceof ApiError && status === 412) {
      this.held = true;
      this.hub.onKeeping({ state: "elsewhere", keptAt: String(error.details.kept_at) });
    } else if (status === 0 || status === 429 || status >= 500) {
      this.hub.onKeeping({ state: "offline" });
      this.schedule(retryAfter);
    } else this.hub.onKeeping({ state: "refused", why: errorMessage(error) });
  }
}

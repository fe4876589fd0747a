import { sql } from "drizzle-orm";
import { type Database, type DatabaseOrTransaction, listen } from "#db/client.ts";
import type { Ctx } from "#domain/context.ts";
import type { Signal } from "#lib/contract/signal.ts";
import { log } from "#lib/log.ts";

const channel = "hub_signals";
/** Signals that may wait for a client that reads slowly; more are told as "there were some". */
const mostWaiting = 1_000;

/** Whom a signal is for: one person, in one account or in all; or everyone who has the account's stream open. */
export type Audience = { accountId: string; userId: string | null } | { accountId: null; userId: string };
type Sent = Audience & { signal: Signal };
type Subscriber = { accountId: string; userId: string; writing: boolean } & { tell: (signal: Signal) => void };

/**
 * Tells open streams, in whichever web process they are, once the transaction commits. Nothing is kept: what a signal is
 * about stands in a table.
 */
export async function sendSignal(tx: DatabaseOrTransaction, audience: Audience, signal: Signal): Promise<void> {
  const sent: Sent = { ...audience, signal };
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(sent)})`);
}

/**
 * The account's signals for the caller as they come, until `signal` aborts; none for a caller who is no person. The first
 * batch is empty and says that it listens.
 * @param writing whether those of what running tasks write are wanted
 */
export async function* watchSignals(ctx: Ctx, signal: AbortSignal, writing = false): AsyncGenerator<Signal[]> {
  const { accountId, userId } = ctx.actor;
  if (!userId) return;
  let waiting: Signal[] = [];
  let wake = () => {};
  const stop = await boardOf(ctx.db).subscribe({
    accountId,
    userId,
    writing,
    tell: (told) => {
      // Whoever reads slowly gets the latest of each task, not all that was written meanwhile.
      waiting = waiting.filter((earlier) => !isOvertaken(earlier, told));
      if (waiting.length >= mostWaiting) waiting = [{ type: "missed" }];
      waiting.push(told);
      wake();
    },
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    yield [];
    while (!signal.aborted) {
      if (waiting.length > 0) yield waiting.splice(0);
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0 || signal.aborted) resolve();
        });
    }
  } finally {
    waiting = [];
    signal.removeEventListener("abort", onAbort);
    stop();
  }
}

function isOvertaken(earlier: Signal, told: Signal): boolean {
  return earlier.type === "writing" && told.type === "writing" && earlier.task_id === told.task_id;
}

const boards = new WeakMap<Database, Board>();

/** The one board of a process on a database. */
function boardOf(db: Database): Board {
  const board = boards.get(db) ?? new Board();
  boards.set(db, board);
  return board;
}

/** Who listens in this process: each signal is read once, whatever the number of streams. */
class Board {
  readonly #subscribers = new Set<Subscriber>();
  #listening: Promise<() => Promise<void>> | null = null;

  async subscribe(subscriber: Subscriber): Promise<() => void> {
    this.#subscribers.add(subscriber);
    this.#listening ??= listen(
      channel,
      (payload) => this.#dispatch(payload),
      () => this.#tell(() => true, { type: "missed" }),
    );
    try {
      await this.#listening;
    } catch (error) {
      this.#subscribers.delete(subscriber);
      this.#listening = null;
      throw error;
    }
    return () => {
      this.#subscribers.delete(subscriber);
      if (this.#subscribers.size === 0) this.#stop();
    };
  }

  #stop(): void {
    const listening = this.#listening;
    this.#listening = null;
    listening
      ?.then((unlisten) => unlisten())
      .catch((error: unknown) => log.warn({ err: error }, "could not stop listening for signals"));
  }

  #dispatch(payload: string): void {
    const { accountId, userId, signal } = JSON.parse(payload) as Sent;
    const isMeant = (who: Subscriber) =>
      (accountId === null || who.accountId === accountId) &&
      (userId === null || who.userId === userId) &&
      (signal.type !== "writing" || who.writing);
    this.#tell(isMeant, signal);
  }

  #tell(isMeant: (who: Subscriber) => boolean, signal: Signal): void {
    for (const subscriber of this.#subscribers) if (isMeant(subscriber)) subscriber.tell(signal);
  }
}

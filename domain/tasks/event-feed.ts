import { inArray } from "drizzle-orm";
import { type Database, listen } from "#db/client.ts";
import {
  currentPosition,
  type EventPosition,
  type EventRow,
  hasUnsettledEvents,
  selectEventsAfter,
} from "#db/queries/event-pages.ts";
import { selectWithApprovals, type TaskWithApprovals } from "#db/queries/task-pages.ts";
import { tasks } from "#db/schema/tasks.ts";
import { asSystem } from "#domain/context.ts";
import { toTaskSummary } from "#domain/tasks/to-task-summary.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { log } from "#lib/log.ts";

/** An event with its task as it is now; null once that is deleted. */
export type FeedItem = { position: EventPosition; event: EventRow; task: TaskSummary | null };
type Subscriber = (items: FeedItem[]) => void;

const batch = 500;
/** Milliseconds until another look while an older transaction holds events back. */
const heldBackPause = 30;
/** Milliseconds between looks that no notification asked for, in case one was lost. */
const silentPause = 5_000;

/** Where the stream stands: what was committed before is seen by whoever reads from now on, and all else comes after it. */
export function livePosition(db: Database): Promise<EventPosition> {
  return asSystem(db, currentPosition);
}

/** The live streams of a process, which share one reading of the events while there are any. */
export class EventFeed {
  readonly #db: Database;
  #reading: Promise<Reading> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @returns the position after which every event will reach `subscriber`, and how to stop it */
  async subscribe(subscriber: Subscriber): Promise<{ position: EventPosition; stop: () => void }> {
    this.#reading ??= Reading.begin(this.#db);
    const shared = this.#reading;
    const forget = () => {
      if (this.#reading === shared) this.#reading = null;
    };
    const reading = await shared.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (reading.ended) return this.subscribe(subscriber);
    const position = reading.add(subscriber);
    return {
      position,
      stop() {
        reading.remove(subscriber);
        if (reading.ended) forget();
      },
    };
  }
}

/**
 * From the first subscriber to the last: woken by NOTIFY, it reads each event once, in an order in which late commits
 * lose nothing.
 */
class Reading {
  readonly #db: Database;
  readonly #subscribers = new Set<Subscriber>();
  #position: EventPosition = { xid: 0, id: 0 };
  #stopListening: () => Promise<void> = async () => {};
  #busy = false;
  #wanted = false;
  #timer: NodeJS.Timeout | undefined;
  ended = false;

  private constructor(db: Database) {
    this.#db = db;
  }

  static async begin(db: Database): Promise<Reading> {
    const reading = new Reading(db);
    const wake = () => reading.#wake();
    reading.#stopListening = await listen("hub_events", wake, wake);
    try {
      reading.#position = await livePosition(db);
    } catch (error) {
      reading.#end();
      throw error;
    }
    return reading;
  }

  add(subscriber: Subscriber): EventPosition {
    this.#subscribers.add(subscriber);
    this.#wake();
    return this.#position;
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.#subscribers.size === 0) this.#end();
  }

  #end(): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.#timer);
    this.#stopListening().catch((error: unknown) => log.warn({ err: error }, "could not stop listening for events"));
  }

  #wake(): void {
    this.#wanted = true;
    if (!this.#busy) void this.#read();
  }

  async #read(): Promise<void> {
    this.#busy = true;
    clearTimeout(this.#timer);
    let pause = silentPause;
    try {
      while (this.#wanted && this.#subscribers.size > 0) {
        this.#wanted = false;
        if (await this.#readBatch()) pause = heldBackPause;
      }
    } catch (error) {
      log.warn({ err: error }, "live events could not be read; trying again");
    }
    this.#busy = false;
    if (!this.ended) this.#timer = setTimeout(() => this.#wake(), pause).unref();
  }

  /** @returns whether more is committed than may be shown yet */
  async #readBatch(): Promise<boolean> {
    const { events, rows, held } = await asSystem(this.#db, async (tx) => {
      const found = await selectEventsAfter(tx, this.#position, { limit: batch });
      const uids = [...new Set(found.map((event) => event.taskUid))];
      return {
        events: found,
        rows: uids.length > 0 ? await selectWithApprovals(tx, inArray(tasks.uid, uids)) : [],
        held: await hasUnsettledEvents(tx),
      };
    });
    const last = events.at(-1);
    if (!last) return held;
    this.#position = { xid: last.xid, id: last.id };
    if (events.length === batch) this.#wanted = true;
    const items = toFeedItems(events, rows);
    for (const subscriber of this.#subscribers) subscriber(items);
    return held;
  }
}

export function toFeedItems(events: EventRow[], rows: TaskWithApprovals[]): FeedItem[] {
  const present = new Map(rows.map((row) => [row.uid, toTaskSummary({ ...row, content: null, result: null })]));
  return events.map((event) => ({
    position: { xid: event.xid, id: event.id },
    event,
    task: present.get(event.taskUid) ?? null,
  }));
}

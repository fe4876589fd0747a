import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { type EventPosition, selectEventsAfter } from "#db/queries/event-pages.ts";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import { selectWithApprovals } from "#db/queries/task-pages.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { EventFeed, type FeedItem, toFeedItems } from "#domain/tasks/event-feed.ts";
import { matchesFilters } from "#domain/tasks/match-filters.ts";

const replayBatch = 500;
/** Events that may wait for a client that reads slowly, or not at all. */
const mostWaiting = 10_000;
const feeds = new WeakMap<Database, EventFeed>();

/** The one feed of a process on a database. */
export function feedOf(db: Database): EventFeed {
  const feed = feeds.get(db) ?? new EventFeed(db);
  feeds.set(db, feed);
  return feed;
}

/**
 * The account's events as they happen, until `signal` aborts, or so many wait to be taken that they are not kept: whoever
 * comes back then goes on where it ended. The first batch is empty and says that it listens. After `since` every missed
 * event comes first, none twice and none lost, however late its transaction committed.
 */
export async function* watchTasks(
  ctx: Ctx,
  input: { filters: TaskFilters; since: EventPosition | null; signal: AbortSignal },
): AsyncGenerator<FeedItem[]> {
  requireScope(ctx, "tasks:read");
  const { filters, since, signal } = input;
  const waiting: FeedItem[][] = [];
  let count = 0;
  let lost = false;
  let wake = () => {};
  const feed = feedOf(ctx.db);
  const { position, stop } = await feed.subscribe((items) => {
    const own = items.filter(({ event }) => event.accountId === ctx.actor.accountId);
    if (own.length === 0) return;
    lost ||= count + own.length > mostWaiting;
    if (!lost) waiting.push(own);
    count += own.length;
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    yield [];
    let sent = since ?? position;
    const mine = (items: FeedItem[]) => {
      const fresh = items.filter((item) => isAfter(item.position, sent));
      sent = fresh.at(-1)?.position ?? sent;
      return fresh.filter((item) => matchesFilters(item, filters));
    };
    while (since && !signal.aborted && !lost) {
      const items = await replay(ctx, sent);
      yield mine(items);
      if (items.length < replayBatch) break;
    }
    while (!signal.aborted && !lost) {
      const items = waiting.shift();
      if (items) {
        count -= items.length;
        const matching = mine(items);
        if (matching.length > 0) yield matching;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0 || signal.aborted || lost) resolve();
        });
      }
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    stop();
  }
}

async function replay(ctx: Ctx, after: EventPosition): Promise<FeedItem[]> {
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const events = await selectEventsAfter(tx, after, { accountId, limit: replayBatch });
    const uids = [...new Set(events.map((event) => event.taskUid))];
    if (uids.length === 0) return [];
    const rows = await selectWithApprovals(tx, and(eq(tasks.accountId, accountId), inArray(tasks.uid, uids)));
    return toFeedItems(events, rows);
  });
}

function isAfter(a: EventPosition, b: EventPosition): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.id > b.id);
}

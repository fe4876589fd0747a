import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Listener } from "#db/listener.ts";
import { currentPosition, type EventPosition } from "#db/queries/event-pages.ts";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import { taskEvents } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { asSystem, inAccount } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import type { FeedItem } from "#domain/tasks/event-feed.ts";
import { eventRow, recordEvent } from "#domain/tasks/record-event.ts";
import { createTestHub, insertTaskIn, newPost, type TestHub } from "#domain/tasks/testing.ts";
import { watchTasks } from "#domain/tasks/watch-tasks.ts";

/** The product listens on the database of its environment; here it is the one that the test made. */
const ears = vi.hoisted(() => ({ listener: null as null | Pick<Listener, "listen"> }));
vi.mock("#db/client.ts", async (original) => ({
  ...(await original<typeof import("#db/client.ts")>()),
  listen: (...args: Parameters<Listener["listen"]>) => ears.listener?.listen(...args),
}));

let hub: TestHub;
let listener: Listener;
let task: TaskRow;
beforeAll(async () => {
  hub = await createTestHub();
  listener = new Listener(hub.appUrl);
  ears.listener = listener;
  task = await insertTaskIn(hub.ctx, "queued");
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  await listener.end();
  await hub.close();
});

const now = () => asSystem(hub.db, currentPosition);

/** A live stream, and the messages that it has shown so far. */
async function watch(filters: TaskFilters = {}, since: EventPosition | null = null) {
  const ended = new AbortController();
  const items: FeedItem[] = [];
  const stream = watchTasks(hub.ctx, { filters, since, signal: ended.signal });
  const reading = (async () => {
    for await (const batch of stream) items.push(...batch);
  })();
  stops.push(async () => {
    ended.abort();
    await reading;
  });
  return { items, messages: () => items.map(({ event }) => event.message) };
}

/** As watch, once it is known to be listening. */
async function watchLive(filters: TaskFilters = {}) {
  const since = await now();
  await say("here we go");
  const live = await watch(filters, since);
  await expect.poll(live.messages).toEqual(["here we go"]);
  live.items.length = 0;
  return live;
}

const say = (message: string) =>
  inAccount(hub.ctx, (tx) => recordEvent({ ...hub.ctx, tx }, task, { type: "comment", message }));

/** 0, 1, … in one transaction. */
const sayMuch = (count: number) =>
  inAccount(hub.ctx, async (tx) => {
    const said = Array.from({ length: count }, (_, n) =>
      eventRow({ ...hub.ctx, tx }, task, { type: "comment", message: String(n) }),
    );
    for (let n = 0; n < count; n += 1_000) await tx.insert(taskEvents).values(said.slice(n, n + 1_000));
  });

/** A transaction that has written its event and commits when told. */
function sayAndHold(message: string, before?: string) {
  const [written, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const committed = inAccount(hub.ctx, async (tx) => {
    await recordEvent({ ...hub.ctx, tx }, task, { type: "comment", message: before ?? message });
    written.resolve();
    await release.promise;
    if (before) await recordEvent({ ...hub.ctx, tx }, task, { type: "comment", message });
  });
  return {
    written: written.promise,
    commit: async () => {
      release.resolve();
      await committed;
    },
  };
}

describe("the live stream", () => {
  it("loses nothing to a transaction that commits late, repeats nothing, and keeps one order", async () => {
    const live = await watchLive();
    const slow = sayAndHold("begun first, committed last");
    await slow.written;
    await say("begun second");
    await say("begun third");
    await slow.commit();
    await say("the end");
    await expect.poll(live.messages).toEqual(["begun first, committed last", "begun second", "begun third", "the end"]);
  });

  it("loses nothing when a late transaction writes its event with the higher number", async () => {
    const live = await watchLive();
    const slow = sayAndHold("last written, of the oldest transaction", "first written");
    await slow.written;
    await say("in between");
    await slow.commit();
    await say("the end");
    await expect
      .poll(live.messages)
      .toEqual(["first written", "last written, of the oldest transaction", "in between", "the end"]);
  });

  it("shows nothing of what was rolled back", async () => {
    const live = await watchLive();
    const doomed = inAccount(hub.ctx, async (tx) => {
      await recordEvent({ ...hub.ctx, tx }, task, { type: "comment", message: "never" });
      throw new Error("on purpose");
    });
    await expect(doomed).rejects.toThrow("on purpose");
    await say("the end");
    await expect.poll(live.messages).toEqual(["the end"]);
  });

  it("is of one account", async () => {
    const other = await hub.addAccount("Second");
    const live = await watchLive();
    await createTask(other, newPost());
    await say("the end");
    await expect.poll(live.messages).toEqual(["the end"]);
  });

  it("tells of a deletion, without the task", async () => {
    const doomed = await insertTaskIn(hub.ctx, "queued", { id: "doomed" });
    const live = await watchLive();
    await deleteTask(hub.ctx, doomed);
    await expect.poll(live.messages).toEqual(["Task deleted"]);
    expect(live.items[0]).toMatchObject({ event: { type: "deleted", taskId: "doomed" }, task: null });
  });

  it("hears again after its connection was cut, of what happened meanwhile too", async () => {
    const live = await watchLive();
    await hub.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'oversight-hub listen' and datname = current_database()`;
    await say("into the silence");
    await expect.poll(live.messages).toEqual(["into the silence"]);
  });

  it("ends for a reader so slow that too much would have to be kept, who finds the rest on coming back", async () => {
    const count = 11_000;
    const since = await now();
    await say("here we go");
    const ended = new AbortController();
    const slow = watchTasks(hub.ctx, { filters: {}, since, signal: ended.signal });
    const read = ((await slow.next()).value as FeedItem[]).slice();
    const quick = await watch({}, since);
    await sayMuch(count);
    await expect.poll(() => quick.items.length, { timeout: 20_000 }).toBe(count + 1);

    for await (const items of slow) read.push(...items);
    expect(read.length).toBeLessThan(count);
    const again = await watch({}, read.at(-1)?.position ?? since);
    await expect.poll(() => read.length + again.items.length, { timeout: 20_000 }).toBe(count + 1);
    expect([...read, ...again.items].map(({ event }) => event.id)).toEqual(quick.items.map(({ event }) => event.id));
  });

  it("needs the right to read", async () => {
    const nobody = { ...hub.ctx, actor: { ...hub.ctx.actor, scopes: new Set<never>() } };
    const stream = watchTasks(nobody, { filters: {}, since: null, signal: AbortSignal.timeout(1_000) });
    await expect(stream.next()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("filters", () => {
  it("let through what a list under them shows, and what has just left it", async () => {
    const post = await insertTaskIn(hub.ctx, "awaiting_approval", { taskSourceGroupId: "spring" });
    const waiting = await watchLive({ statuses: ["awaiting_approval", "queued"] });
    const spring = await watch({ groupId: "spring" });
    const published = await watch({ statuses: ["published"] });
    const texts = await watch({ text: "NOBODY" });
    await approveTask(hub.ctx, post, {});
    await expect.poll(waiting.messages).toEqual(["Approved"]);
    await expect.poll(spring.messages).toEqual(["Approved"]);
    await say("the end");
    await expect.poll(waiting.messages).toEqual(["Approved", "the end"]);
    expect([spring.messages(), published.messages(), texts.messages()]).toEqual([["Approved"], [], []]);
  });
});

describe("replay", () => {
  it("gives every event since, more than one batch of them, in order and once, and then goes on live", async () => {
    const since = await now();
    const count = 1_200;
    await sayMuch(count);
    const live = await watch({}, since);
    await expect.poll(() => live.items.length).toBe(count);
    await say("the end");
    await expect.poll(() => live.items.length).toBe(count + 1);
    expect(live.messages()).toEqual([...Array.from({ length: count }, (_, n) => String(n)), "the end"]);
  });

  it("goes on from any event, also within one transaction", async () => {
    const since = await now();
    await inAccount(hub.ctx, async (tx) => {
      for (const message of ["a", "b", "c"]) {
        await recordEvent({ ...hub.ctx, tx }, task, { type: "comment", message });
      }
    });
    const first = await watch({}, since);
    await expect.poll(first.messages).toEqual(["a", "b", "c"]);
    const again = await watch({}, first.items[0]?.position ?? null);
    await expect.poll(again.messages).toEqual(["b", "c"]);
  });

  it("joins the live part without a gap while events pour in, for many streams that begin at once", async () => {
    const since = await now();
    const expected = Array.from({ length: 60 }, (_, n) => String(n));
    const pouring = (async () => {
      for (const message of expected) await say(message);
    })();
    const streams = await Promise.all(Array.from({ length: 6 }, () => watch({}, since)));
    // One that leaves early must not take the others' reading with it.
    await stops.shift()?.();
    await pouring;
    for (const stream of streams.slice(1)) await expect.poll(stream.messages).toEqual(expected);
    const [left] = streams;
    expect(left?.messages()).toEqual(expected.slice(0, left?.items.length));
  });
});

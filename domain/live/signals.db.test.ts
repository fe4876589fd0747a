import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { Listener } from "#db/listener.ts";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { type Audience, sendSignal, watchSignals } from "#domain/live/signals.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import type { Signal } from "#lib/contract/signal.ts";

const ears = vi.hoisted(() => ({ listener: null as null | Pick<Listener, "listen"> }));
vi.mock("#db/client.ts", async (original) => ({
  ...(await original<typeof import("#db/client.ts")>()),
  listen: (...args: Parameters<Listener["listen"]>) => ears.listener?.listen(...args),
}));

let hub: TestHub;
let listener: Listener;
let ben: Ctx;
beforeAll(async () => {
  hub = await createTestHub();
  listener = new Listener(hub.appUrl);
  ears.listener = listener;
  const { id } = await insertTestUser(hub.db, "ben@example.com");
  await addTestMember(hub.db, hub.ctx.actor.accountId, id, "viewer");
  ben = await ctxOf(hub.db, hub.ctx.actor.accountId, id, "viewer");
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  await listener.end();
  await hub.close();
});

/** What a caller's stream has told so far, once it is known to be open. */
async function watch(ctx: Ctx, writing = false): Promise<string[]> {
  const ended = new AbortController();
  const told: string[] = [];
  const reading = (async () => {
    for await (const signals of watchSignals(ctx, ended.signal, writing)) told.push(...signals.map(({ type }) => type));
  })();
  stops.push(async () => {
    ended.abort();
    await reading;
  });
  const { accountId, userId } = ctx.actor;
  await expect
    .poll(async () => {
      await send({ accountId, userId }, { type: "missed" });
      return told;
    })
    .toContain("missed");
  told.length = 0;
  return told;
}

const send = (audience: Audience, signal: Signal) => inAccount(hub.ctx, (tx) => sendSignal(tx, audience, signal));
/** What is not of the tests' own. */
const besides = (told: string[]) => told.filter((type) => type !== "missed" && type !== "presence");
/** One that reaches everybody, so that whatever was sent before it has arrived. */
async function endOf(told: string[], accountId: string) {
  await expect
    .poll(async () => {
      await send({ accountId, userId: null }, { type: "presence" });
      return told;
    })
    .toContain("presence");
  return besides(told);
}

it("reaches the one whom it is for, in that account alone", async () => {
  const { accountId, userId } = hub.ctx.actor;
  const elsewhere = { ...ben, actor: { ...ben.actor, accountId: (await hub.addAccount("Other")).actor.accountId } };
  const [mine, his, away] = [await watch(hub.ctx), await watch(ben), await watch(elsewhere)];
  await send({ accountId, userId: ben.actor.userId }, { type: "notifications" });
  expect(await endOf(his, accountId)).toEqual(["notifications"]);
  expect(await endOf(mine, accountId)).toEqual([]);
  expect(await endOf(away, elsewhere.actor.accountId)).toEqual([]);
  await send({ accountId, userId }, { type: "notifications" });
  await expect.poll(() => besides(mine)).toEqual(["notifications"]);
});

it("reaches one person in every account", async () => {
  const { actor } = await hub.addAccount("Second");
  const elsewhere = { ...ben, actor: { ...ben.actor, accountId: actor.accountId } };
  const [mine, his, away] = [await watch(hub.ctx), await watch(ben), await watch(elsewhere)];
  await send({ accountId: null, userId: ben.actor.id }, { type: "access" });
  await expect.poll(() => [his, away].map((told) => besides(told))).toEqual([["access"], ["access"]]);
  expect(await endOf(mine, hub.ctx.actor.accountId)).toEqual([]);
});

it("is not told when its transaction comes to nothing", async () => {
  const { accountId, userId } = hub.ctx.actor;
  const mine = await watch(hub.ctx);
  const undone = inAccount(hub.ctx, async (tx) => {
    await sendSignal(tx, { accountId, userId }, { type: "notifications" });
    throw new Error("on purpose");
  });
  await expect(undone).rejects.toThrow("on purpose");
  expect(await endOf(mine, accountId)).toEqual([]);
});

it("tells what tasks write to those who ask for it, in that account, and to nobody else", async () => {
  const { accountId } = hub.ctx.actor;
  const other = await hub.addAccount("Third");
  const [asked, not, elsewhere] = [await watch(ben, true), await watch(hub.ctx), await watch(other, true)];
  await send({ accountId, userId: null }, { type: "writing", task_id: "t", phase: "creative", text: "The tide" });
  expect(await endOf(asked, accountId)).toEqual(["writing"]);
  expect(await endOf(not, accountId)).toEqual([]);
  expect(await endOf(elsewhere, other.actor.accountId)).toEqual([]);
});

it("keeps for a slow reader the latest of each task, and all else", async () => {
  const { accountId } = hub.ctx.actor;
  const ended = new AbortController();
  const reading = watchSignals(ben, ended.signal, true);
  const first = reading.next();
  const write = (task_id: string, text: string) =>
    send({ accountId, userId: null }, { type: "writing", task_id, phase: "creative", text });
  await expect
    .poll(async () => {
      await send({ accountId, userId: null }, { type: "missed" });
      return Promise.race([first, null]);
    })
    .not.toBeNull();
  const told = await watch(ben);
  for (const text of ["The", "The tide", "The tide rises"]) await write("one", text);
  await write("two", "Silt");
  await endOf(told, accountId);
  const next = await reading.next();
  const written = (next.done ? [] : next.value).flatMap((signal) =>
    signal.type === "writing" ? [`${signal.task_id}: ${signal.text}`] : [],
  );
  expect(written).toEqual(["one: The tide rises", "two: Silt"]);
  ended.abort();
  await reading.return(undefined);
});

it("is not for keys, whose streams stay open all the same", async () => {
  const key = { ...hub.ctx, actor: { ...hub.ctx.actor, type: "key" as const, userId: null } };
  const { done } = await watchSignals(key, new AbortController().signal).next();
  expect(done).toBe(true);
});

it("a reader who takes nothing is told that there was more than is kept", async () => {
  const ended = new AbortController();
  const slow = watchSignals(ben, ended.signal, true);
  const first = slow.next();
  const quick = await watch(ben, true);
  await first;
  for (let n = 0; n < 3; n++) {
    await inAccount(hub.ctx, async (tx) => {
      for (let task = 0; task < 500; task++) {
        const signal = { type: "writing" as const, task_id: `${n}-${task}`, phase: "draft", text: "…" };
        await sendSignal(tx, { accountId: ben.actor.accountId, userId: null }, signal);
      }
    });
  }
  await expect.poll(() => quick.filter((type) => type === "writing").length).toBe(1_500);
  const told = (await slow.next()).value as Signal[];
  expect(told.length).toBeLessThanOrEqual(1_000);
  expect(told[0]).toEqual({ type: "missed" });
  ended.abort();
  await slow.return(undefined);
});

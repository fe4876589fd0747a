import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { Listener } from "#db/listener.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal, watchSignals } from "#domain/live/signals.ts";
import { bePresent, leave } from "#domain/presence/be-present.ts";
import { listPresence } from "#domain/presence/read-presence.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { removeExpired } from "#domain/work/remove-expired.ts";
import type { Role } from "#lib/contract/access.ts";
import type { PresentPerson } from "#lib/contract/presence.ts";

const ears = vi.hoisted(() => ({ listener: null as null | Pick<Listener, "listen"> }));
vi.mock("#db/client.ts", async (original) => ({
  ...(await original<typeof import("#db/client.ts")>()),
  listen: (...args: Parameters<Listener["listen"]>) => ears.listener?.listen(...args),
}));

let hub: TestHub;
let listener: Listener;
let people: Record<"ana" | "ben" | "vic", Ctx>;
let task: TaskRow;

async function member(name: string, role: Role): Promise<Ctx> {
  const { accountId } = hub.ctx.actor;
  const { id } = await insertTestUser(hub.db, name);
  await addTestMember(hub.db, accountId, id, role);
  return ctxOf(hub.db, accountId, id, role);
}
beforeAll(async () => {
  hub = await createTestHub();
  listener = new Listener(hub.appUrl);
  ears.listener = listener;
  const [ana, ben, vic] = [
    await member("ana", "reviewer"),
    await member("ben", "admin"),
    await member("vic", "viewer"),
  ];
  people = { ana, ben, vic };
});
beforeEach(async () => {
  task = await insertTaskIn(hub.ctx, "awaiting_approval");
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await hub.owner`delete from presence`;
});
afterAll(async () => {
  await listener.end();
  await hub.close();
});

const shown = (present: PresentPerson[]) => present.map(({ name, holds }) => `${name} ${holds ? "holds" : "looks"}`);

function watch(ctx: Ctx) {
  const ended = new AbortController();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const told of watchSignals(ctx, ended.signal)) seen.push(...told.map(({ type }) => type));
  })();
  stops.push(async () => {
    ended.abort();
    await reading;
  });
  return seen;
}

it("lets the first who may review hold a task; those who only read are seen", async () => {
  await bePresent(people.vic, task);
  await bePresent(people.ana, task);
  expect(shown(await bePresent(people.ben, task))).toEqual(["vic looks", "ana holds", "ben looks"]);
  await leave(people.ana, task);
  expect(shown(await listPresence(people.vic))).toEqual(["vic looks", "ben holds"]);
});

it("counts for nothing once it was not renewed, and whoever comes back stands behind", async () => {
  await bePresent(people.ana, task);
  await bePresent(people.ben, task);
  await hub.owner`update presence set seen_at = now() - interval '26 seconds' where user_id = ${people.ana.actor.id}`;
  expect(shown(await listPresence(people.ben))).toEqual(["ben holds"]);
  expect(shown(await bePresent(people.ana, task))).toEqual(["ben holds", "ana looks"]);
});

it("is swept up, and stays in its account", async () => {
  const stranger = await hub.addAccount("Presence elsewhere");
  await bePresent(people.ana, task);
  expect(await listPresence(stranger)).toEqual([]);
  await expect(bePresent(stranger, { ref: task.id })).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
  await removeExpired(hub.db);
  expect(await hub.owner`select 1 from presence`).toHaveLength(1);
  await hub.owner`update presence set seen_at = now() - interval '2 minutes'`;
  await removeExpired(hub.db);
  expect(await hub.owner`select 1 from presence`).toHaveLength(0);
});

it("is of people, not of keys", async () => {
  const key: Ctx = { ...hub.ctx, actor: { ...hub.ctx.actor, type: "key", userId: null } };
  await expect(bePresent(key, task)).rejects.toMatchObject({ code: "FORBIDDEN", status: 403 });
});

it("tells every desk who comes and goes, and not who stays", async () => {
  const seen = watch(people.ben);
  const audience = { accountId: hub.ctx.actor.accountId, userId: null };
  const tell = (type: "missed" | "notifications") => inAccount(hub.ctx, (tx) => sendSignal(tx, audience, { type }));
  const heard = async () => {
    await tell("missed");
    return seen;
  };
  await expect.poll(heard).toContain("missed");
  const presences = () => seen.filter((type) => type === "presence").length;
  await bePresent(people.ana, task);
  await expect.poll(presences).toBe(1);
  await bePresent(people.ana, task);
  await leave(people.ana, task);
  await leave(people.ana, task);
  await tell("notifications");
  await expect.poll(() => seen).toContain("notifications");
  expect(presences()).toBe(2);
  expect(await hub.owner`select 1 from task_events where task_uid = ${task.uid}`).toHaveLength(0);
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { Listener } from "#db/listener.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal, watchSignals } from "#domain/live/signals.ts";
import * as presences from "#domain/presence/be-present.ts";
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
/** Each has one page open, unless it says otherwise. */
const bePresent = (ctx: Ctx, ref: { ref: string } | TaskRow, page = "first", resumes?: string) =>
  presences.bePresent(ctx, ref, `visit-${page}`, resumes && `visit-${resumes}`);
const leave = (ctx: Ctx, ref: TaskRow, page = "first", closing = false) =>
  presences.leave(ctx, ref, `visit-${page}`, closing);
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

it.each([
  ["before", () => leave(people.ana, task, "first", true), () => bePresent(people.ana, task, "reloaded", "first")],
  ["after", () => bePresent(people.ana, task, "reloaded", "first"), () => leave(people.ana, task, "first", true)],
])("is kept through a reload, whose leaving is heard %s the page that takes its place", async (_, one, other) => {
  await bePresent(people.ana, task);
  await bePresent(people.ben, task);
  await one();
  await other();
  expect(shown(await listPresence(people.ben))).toEqual(["ana holds", "ben looks"]);
  // A word of the page that went, late.
  await bePresent(people.ana, task);
  await leave(people.ana, task);
  expect(shown(await listPresence(people.ben))).toEqual(["ana holds", "ben looks"]);
  await leave(people.ana, task, "reloaded");
  expect(shown(await listPresence(people.ben))).toEqual(["ben holds"]);
});

it("is free at once as the page goes, and lost to whoever does not load it again in time", async () => {
  await bePresent(people.ana, task);
  await bePresent(people.ben, task);
  await leave(people.ana, task, "first", true);
  expect(shown(await listPresence(people.ben))).toEqual(["ben holds"]);
  // What the desk puts up for her while the page loads is what she had.
  expect(shown(await listPresence(people.ana))).toEqual(["ana holds", "ben looks"]);
  await hub.owner`update presence set return_by = now() - interval '1 second' where return_by is not null`;
  expect(shown(await bePresent(people.ana, task, "later", "first"))).toEqual(["ben holds", "ana looks"]);
});

it("is not given back to another page that comes after the one that went", async () => {
  await bePresent(people.ana, task);
  await bePresent(people.ben, task);
  await leave(people.ana, task, "first", true);
  expect(shown(await bePresent(people.ana, task, "other"))).toEqual(["ben holds", "ana looks"]);
  expect(shown(await listPresence(people.ana))).toEqual(["ben holds", "ana looks"]);
});

it("goes to whoever comes next when its holder moves on, back in a moment or not", async () => {
  await bePresent(people.ana, task);
  await bePresent(people.ben, task);
  await leave(people.ana, task);
  expect(shown(await bePresent(people.ana, task, "back", "first"))).toEqual(["ben holds", "ana looks"]);
});

it("is one person's in two pages, until both are closed", async () => {
  await bePresent(people.ana, task, "one");
  await bePresent(people.ben, task);
  expect(shown(await bePresent(people.ana, task, "two"))).toEqual(["ana holds", "ben looks"]);
  await leave(people.ana, task, "one");
  expect(shown(await listPresence(people.ben))).toEqual(["ana holds", "ben looks"]);
  await leave(people.ana, task, "two");
  expect(shown(await listPresence(people.ben))).toEqual(["ben holds"]);
});

it("does not begin with a word that its leaving has overtaken", async () => {
  await leave(people.ana, task);
  expect(shown(await bePresent(people.ana, task))).toEqual([]);
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

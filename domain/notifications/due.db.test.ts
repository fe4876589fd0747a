import { afterEach, beforeEach, expect, it } from "vitest";
import type { Ctx } from "#domain/context.ts";
import { listNotifications } from "#domain/notifications/list-notifications.ts";
import { tellDue } from "#domain/notifications/tell-due.ts";
import { addPerson, idOf, readTold } from "#domain/notifications/testing.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
let ben: Ctx;
beforeEach(async () => {
  hub = await createTestHub();
  ben = await addPerson(hub, "Ben");
  await addPerson(hub, "Vic", "viewer");
});
afterEach(() => hub.close());

const inHours = (hours: number) => new Date(Math.round(Date.now() / 1000) * 1000 + hours * 3_600_000);
const waiting = (dueAt: Date, values: { assignedTo?: string; taskSourceGroupId?: string } = {}) =>
  insertTaskIn(hub.ctx, "awaiting_approval", { title: "Tides", dueAt, ...values });
const whom = async () => (await readTold(hub)).map(({ to, message }) => `${to}: ${message.replace(/ \d.* UTC/, "")}`);

it("who has a task is told the day before, and once more when the date has passed, however often one looks", async () => {
  const { uid } = await waiting(inHours(20), { assignedTo: idOf(ben) });
  await waiting(inHours(30), { assignedTo: idOf(ben) });
  await waiting(inHours(-30), { assignedTo: idOf(ben) });
  await Promise.all([tellDue(hub.db), tellDue(hub.db), tellDue(hub.db)]);
  await tellDue(hub.db);
  expect(await whom()).toEqual(["ben: “Tides” is due"]);
  await hub.owner`update tasks set due_at = now() - interval '1 minute' where uid = ${uid}`;
  await tellDue(hub.db);
  await tellDue(hub.db);
  expect(await whom()).toEqual(["ben: “Tides” is due", "ben: “Tides” was due"]);
});

it("of a task that nobody has, everyone hears who may review", async () => {
  await waiting(inHours(2));
  await tellDue(hub.db);
  expect(await whom()).toEqual(["ben: “Tides” is due; nobody has it", "first: “Tides” is due; nobody has it"]);
});

it("a batch that is due at one time is one notice", async () => {
  const dueAt = inHours(3);
  for (let n = 0; n < 5; n++) await waiting(dueAt, { taskSourceGroupId: "a:b", assignedTo: idOf(ben) });
  await waiting(dueAt, { taskSourceGroupId: "a:b" });
  await tellDue(hub.db);
  expect(await whom()).toEqual([
    "ben: 5 tasks of a:b are due",
    "ben: “Tides” is due; nobody has it",
    "first: “Tides” is due; nobody has it",
  ]);
  const { notifications } = await listNotifications(ben, { unread: false, limit: 30, cursor: null });
  expect(notifications.map(({ path }) => path)).toContain("/review?group=a%3Ab");
});

it("what is decided is due no more, and what is due in another account is told there alone", async () => {
  const task = await waiting(inHours(2), { assignedTo: idOf(ben) });
  await hub.owner`update tasks set status = 'approved' where uid = ${task.uid}`;
  const other = await hub.addAccount("Other");
  await insertTaskIn(other, "awaiting_approval", { title: "Wasps", dueAt: inHours(2) });
  await tellDue(hub.db);
  expect(await whom()).toEqual(["other: “Wasps” is due; nobody has it"]);
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { Ctx } from "#domain/context.ts";
import { removeMember } from "#domain/members/remove-member.ts";
import { listNotifications } from "#domain/notifications/list-notifications.ts";
import { markRead } from "#domain/notifications/mark-read.ts";
import { addPerson, idOf, readTold } from "#domain/notifications/testing.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { failAttempt } from "#domain/work/fail-attempt.ts";
import { claimFor, queueTestTask, registerTestWorker } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import { readMentions, writeMention } from "#lib/mentions/mentions.ts";

let hub: TestHub;
let ana: Ctx;
let ben: Ctx;
let task: TaskRow;
beforeEach(async () => {
  hub = await createTestHub();
  ana = hub.ctx;
  ben = await addPerson(hub, "Ben");
  task = await insertTaskIn(ana, "awaiting_approval", { title: "Tides" });
});
afterEach(() => hub.close());

const ref = () => ({ uid: task.uid });
const told = () => readTold(hub);
const all = { unread: false, limit: 30, cursor: null };

describe("who is assigned a task", () => {
  it("is told once, and again when it comes back to them", async () => {
    await assignTask(ana, ref(), idOf(ben));
    await assignTask(ana, ref(), idOf(ben));
    expect(await told()).toMatchObject([
      { kind: "assigned", to: "ben", message: "first@example.com assigned “Tides” to you" },
    ]);
    await markRead(ben, { all: true });
    await assignTask(ana, ref(), null);
    await assignTask(ana, ref(), idOf(ben));
    expect((await told()).map(({ read }) => read)).toEqual([true, false]);
  });

  it("is not told of what they did themselves", async () => {
    await assignTask(ben, ref(), idOf(ben));
    expect(await told()).toEqual([]);
  });

  it("hears no more of what was given to another before they read it", async () => {
    await assignTask(ana, ref(), idOf(ben));
    await assignTask(ana, ref(), idOf(ana));
    expect(await told()).toEqual([]);
  });
});

describe("who is named in a comment", () => {
  it("is told, under the name they bear", async () => {
    const body = `@[The boss](user:${idOf(ben)}) look at the second\n\nparagraph`;
    const { comments } = await commentOnTask(ana, ref(), { body });
    expect(readMentions(comments[0]?.body ?? "")[0]).toEqual({ text: "@ben@example.com", userId: idOf(ben) });
    const message = "first@example.com mentioned you on “Tides”: @ben@example.com look at the second paragraph";
    expect(await told()).toMatchObject([{ kind: "mentioned", to: "ben", message }]);
  });

  it("is told once a comment, however often it names them, and never of their own", async () => {
    const both = writeMention({ id: idOf(ben), name: "b" }) + writeMention({ id: idOf(ana), name: "a" });
    await commentOnTask(ana, ref(), { body: both + both });
    expect((await told()).map(({ to }) => to)).toEqual(["ben"]);
    await commentOnTask(ben, ref(), { body: both });
    expect((await told()).map(({ to }) => to)).toEqual(["ben", "first"]);
  });

  it("must be a member: of another account or of none is refused, and nothing is written", async () => {
    const stranger = await hub.addAccount("Other");
    for (const id of [idOf(stranger), crypto.randomUUID()]) {
      const refused = commentOnTask(ana, ref(), {
        body: `${writeMention({ id: idOf(ben), name: "b" })} @[x](user:${id})`,
      });
      await expect(refused).rejects.toMatchObject({ code: "VALIDATION_ERROR", details: { field: "body" } });
    }
    expect(await told()).toEqual([]);
    expect(await hub.owner`select from comments`).toHaveLength(0);
  });
});

describe("who hears of a failure", () => {
  const failure = { code: "X", message: "the provider is away", details: {}, retryable: false };
  async function fail(values: Partial<TaskRow>) {
    const queued = await queueTestTask(hub.db, ana.actor.accountId, values);
    const { lease } = await claimFor(hub.db, "w1", queued);
    const ctx = workerContext(hub.db, "w1", ana.actor.accountId);
    const attempt = { failure, phase: null, attemptsAllowed: 1, backoffMs: () => 0 };
    expect(await failAttempt(ctx, lease, attempt)).toBe("failed");
    return queued;
  }
  beforeEach(async () => {
    // In the middle of an hour, so that none ends while tasks fail.
    const hour = 3_600_000;
    vi.useFakeTimers({ toFake: ["Date"], now: (Math.floor(Date.now() / hour) + 0.5) * hour });
    await registerTestWorker(hub.db, "w1");
  });
  afterEach(() => void vi.useRealTimers());

  it("is who asked for it and who has it", async () => {
    const cleo = await addPerson(hub, "Cleo", "creator");
    const { uid } = await fail({ title: "Bees", createdByUserId: idOf(cleo), assignedTo: idOf(ben) });
    const message = "“Bees” failed: the provider is away";
    expect(await told()).toMatchObject([
      { to: "ben", message, task_uid: uid },
      { to: "cleo", message },
    ]);
  });

  it("is the admins when a key asked and nobody has it", async () => {
    await fail({ title: "Bees" });
    expect(await told()).toMatchObject([{ to: "first", kind: "failed" }]);
  });

  it("hears once an hour of one batch, with the count, unread again", async () => {
    for (let n = 1; n <= 3; n++) await fail({ title: `Bees ${n}`, taskSourceGroupId: "spring" });
    const [only, ...more] = await told();
    expect(more).toEqual([]);
    expect(only?.message).toMatch(
      /^3 tasks of spring failed since \d\d:00 UTC, the last “Bees 3”: the provider is away$/,
    );
    const page = await listNotifications(ana, all);
    expect(page.notifications[0]).toMatchObject({ taskId: null, path: "/queue?status=failed&group=spring" });
    await markRead(ana, { all: true });
    await fail({ title: "Bees 4", taskSourceGroupId: "spring" });
    await fail({ title: "Wasps", taskSourceGroupId: "autumn" });
    expect(await told()).toMatchObject([{ read: false }, { message: "“Wasps” failed: the provider is away" }]);
  });

  it("hears the whole count when many fail at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => fail({ title: "Bees", taskSourceGroupId: "spring" })));
    expect(await told()).toHaveLength(1);
    expect((await told())[0]?.message).toMatch(/^8 tasks of spring/);
  });
});

describe("notifications", () => {
  it("are one's own: neither another person nor the same person elsewhere sees or reads them", async () => {
    await assignTask(ana, ref(), idOf(ben));
    const [{ id } = { id: "" }] = (await listNotifications(ben, all)).notifications;
    const other = await hub.addAccount("Other");
    const elsewhere = { ...ben, actor: { ...ben.actor, accountId: other.actor.accountId } };
    for (const ctx of [ana, other, elsewhere]) {
      expect(await listNotifications(ctx, all)).toEqual({ notifications: [], unread: 0, nextCursor: null });
      await markRead(ctx, { ids: [id] });
      await markRead(ctx, { all: true });
    }
    expect((await listNotifications(ben, all)).unread).toBe(1);
    expect(await markRead(ben, { ids: [id] })).toEqual({ unread: 0 });
    expect((await listNotifications(ben, { ...all, unread: true })).notifications).toEqual([]);
  });

  it("about one task are read together, and no others, and only the reader's own", async () => {
    const other = await insertTaskIn(ana, "awaiting_approval", { title: "Reeds" });
    const cleo = await addPerson(hub, "Cleo");
    await assignTask(ana, ref(), idOf(ben));
    await commentOnTask(ana, ref(), { body: `@[b](user:${idOf(ben)}) and @[c](user:${idOf(cleo)})` });
    await assignTask(ana, { uid: other.uid }, idOf(ben));
    expect(await markRead(ben, { task: ref() })).toEqual({ unread: 1 });
    expect((await listNotifications(ben, { ...all, unread: true })).notifications).toMatchObject([
      { message: "first@example.com assigned “Reeds” to you" },
    ]);
    expect((await listNotifications(cleo, all)).unread).toBe(1);
    const elsewhere = await hub.addAccount("Third");
    await expect(markRead(elsewhere, { task: ref() })).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
  });

  it("are not for keys", async () => {
    const key = { ...ana, actor: { ...ana.actor, type: "key" as const, userId: null } };
    await expect(listNotifications(key, all)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are paged without a gap or a repeat", async () => {
    for (let n = 0; n < 5; n++) await commentOnTask(ana, ref(), { body: `@[b](user:${idOf(ben)}) ${n}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listNotifications(ben, { ...all, limit: 2, cursor });
      seen.push(...page.notifications.map(({ message }) => message.at(-1) ?? ""));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["4", "3", "2", "1", "0"]);
    await expect(listNotifications(ben, { ...all, cursor: "e30" })).rejects.toMatchObject({ status: 400 });
  });

  it("end with the membership, and none come after it", async () => {
    await assignTask(ana, ref(), idOf(ben));
    await removeMember(ana, { userId: idOf(ben) });
    expect(await told()).toEqual([]);
    await expect(commentOnTask(ana, ref(), { body: `@[b](user:${idOf(ben)})` })).rejects.toThrow("not a member");
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { addPerson, decide, withKey } from "#domain/approvals/testing.ts";
import { sealAudit } from "#domain/audit/seal-audit.ts";
import { verifyChain } from "#domain/audit/verify-chain.ts";
import type { Ctx } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { listStatusHistory } from "#domain/tasks/read-history.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { resubmitTask } from "#domain/tasks/resubmit-task.ts";
import { setValidatedStatus } from "#domain/tasks/set-validated-status.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub, withoutRefusals } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";

let hub: TestHub;
let ana: Ctx;
let ben: Ctx;
let cleo: Ctx;
beforeAll(async () => {
  hub = await createTestHub();
  [ana, ben, cleo] = await Promise.all([addPerson(hub, "Ana"), addPerson(hub, "Ben"), addPerson(hub, "Cleo")]);
});
afterAll(() => hub.close());
beforeEach(() => decide(hub, { approvals_needed: 2, allow_own_approval: null }));

const waiting = () => insertTaskIn(hub.ctx, "awaiting_approval");
const approve = (by: Ctx, task: TaskRow) => approveTask(by, task, { revisionSha256: task.revisionSha256 ?? "" });
const decisionsOn = async ({ uid }: TaskRow) =>
  (await hub.owner`select decision, actor ->> 'name' as by from reviews where task_uid = ${uid} order by id`).map(
    ({ decision, by }) => `${decision} by ${by}`,
  );
const names = (task: { approvals: { given: { name: string }[] } | null }) =>
  task.approvals?.given.map(({ name }) => name);

describe("with two approvals needed", () => {
  it("the first leaves the task waiting, the second person's approves it", async () => {
    const task = await waiting();
    const first = await approve(ana, task);
    expect(first).toMatchObject({ status: "awaiting_approval", approvedSha256: null, approvals: { needed: 2 } });
    expect(first.message).toBe("Approved by Ana, waits for one more");
    expect(first.version).toBe(task.version + 1);
    expect(names(first)).toEqual(["Ana"]);
    const second = await approve(ben, task);
    expect(second).toMatchObject({ status: "approved", approvedSha256: task.revisionSha256 });
    expect(names(second)).toEqual(["Ana", "Ben"]);
    expect(await decisionsOn(task)).toEqual(["endorsed by Ana", "approved by Ben"]);
  });

  it("the same person again is refused, who can is said, and nothing else is written", async () => {
    const task = await waiting();
    await approve(ana, task);
    const before = await readEverything(hub);
    const refused = approve(ana, task);
    await expect(refused).rejects.toMatchObject({ code: "ALREADY_APPROVED", status: 409 });
    const error = await refused.catch((thrown: unknown) => thrown);
    const details = { reason: "already_approved", approvals_needed: 2, approvals_given: [{ name: "Ana" }] };
    expect(error).toMatchObject({ details });
    expect(String(error)).toMatch(
      /You have approved this revision; one more person has to approve it too\. Ben, Cleo or /,
    );
    expect(withoutRefusals(await readEverything(hub))).toEqual(withoutRefusals(before));
  });

  it("what the caller may do agrees with what the verbs do", async () => {
    const task = await waiting();
    expect((await getTask(ana, task)).availableActions).toContain("approve");
    await approve(ana, task);
    const [forAna, forBen] = await Promise.all([getTask(ana, task), getTask(ben, task)]);
    expect(forAna.availableActions).not.toContain("approve");
    expect(forAna.availableActions).toContain("unapprove");
    expect(forAna.approvalRefused).toMatchObject({ reason: "already_approved" });
    expect(forBen.availableActions).toContain("approve");
    expect(forBen.availableActions).not.toContain("unapprove");
    expect(forBen.approvalRefused).toBeNull();
    await expect(unapproveTask(ben, task, {})).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
    expect((await unapproveTask(ana, task, {})).approvals?.given).toEqual([]);
  });

  it("an edit voids what was given, even one that brings the same words back", async () => {
    const task = await waiting();
    const first = await approve(ana, task);
    const edited = await editTask(cleo, task, { version: first.version, content: "Another text." });
    expect(edited.approvals?.given).toEqual([]);
    expect(edited.message).toBe("Ready for review");
    const back = await editTask(cleo, task, { version: edited.version, content: first.content });
    expect(back.revisionSha256).toBe(task.revisionSha256);
    expect(back.approvals?.given).toEqual([]);
    expect((await approveTask(ben, task, {})).status).toBe("awaiting_approval");
  });

  it("a rejection voids what was given", async () => {
    const task = await waiting();
    await approve(ana, task);
    await rejectTask(ben, task, { reason: "Too short" });
    expect((await resubmitTask(ben, task, {})).approvals?.given).toEqual([]);
    expect((await approve(ben, task)).status).toBe("awaiting_approval");
  });

  it("taking back takes back one's own, and a third person's the whole", async () => {
    const task = await waiting();
    await approve(ana, task);
    await approve(ben, task);
    expect(names(await unapproveTask(ben, task, {}))).toEqual(["Ana"]);
    expect((await approve(ben, task)).status).toBe("approved");
    expect((await unapproveTask(cleo, task, {})).approvals?.given).toEqual([]);
    expect((await approve(cleo, task)).status).toBe("awaiting_approval");
    expect(names(await getTask(hub.ctx, task))).toEqual(["Cleo"]);
    expect((await approve(ana, task)).status).toBe("approved");
  });

  it("the status by name says that nothing has moved yet", async () => {
    const task = await waiting();
    const first = await setValidatedStatus(ana, task, { status: "approved" });
    expect(first).toMatchObject({ from: "awaiting_approval", to: "awaiting_approval" });
    expect(first.message).toBe("Approved by Ana, waits for one more");
    expect(await setValidatedStatus(ben, task, { status: "approved" })).toMatchObject({ to: "approved" });
  });

  it("history and audit tell each approval, and the chain holds", async () => {
    const task = await waiting();
    await approve(ana, task);
    await approve(ben, task);
    const { history } = await listStatusHistory(hub.ctx, task);
    expect(
      history.map(({ type, toStatus, actor, metadata }) => [type, toStatus, actor.name, metadata?.approvals]),
    ).toEqual([
      ["endorsed", "awaiting_approval", "Ana", 1],
      ["move", "approved", "Ben", 2],
    ]);
    const audited = await hub.owner`
      select action, detail from audit where target_id = ${task.id} order by id`;
    const detail = { sha256: task.revisionSha256, approvals_needed: 2 };
    expect(audited).toMatchObject([
      { action: "task.endorse", detail: { ...detail, approvals: 1 } },
      { action: "task.approve", detail: { ...detail, approvals: 2 } },
    ]);
    await sealAudit(hub.db);
    expect(await verifyChain(hub.ctx)).toMatchObject({ intact: true, unsealed: 0 });
  });
});

describe("at once", () => {
  it("two people's first approvals make one approval of two", async () => {
    for (let round = 0; round < 5; round++) {
      const task = await waiting();
      const settled = await Promise.all([approve(ana, task), approve(ben, task)]);
      expect(settled.map(({ status }) => status).sort()).toEqual(["approved", "awaiting_approval"]);
      expect((await decisionsOn(task)).map((decision) => decision.split(" ")[0])).toEqual(["endorsed", "approved"]);
    }
  });

  it("eight by one person make one", async () => {
    const task = await waiting();
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => approve(ana, task)));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await decisionsOn(task)).toEqual(["endorsed by Ana"]);
    expect((await getTask(ana, task)).status).toBe("awaiting_approval");
  });
});

describe("a key", () => {
  it("is no second person beside its owner, and one beside anybody else", async () => {
    const task = await waiting();
    const anasKey = await withKey(hub, ana);
    await approve(ana, task);
    await expect(approve(anasKey, task)).rejects.toMatchObject({ code: "ALREADY_APPROVED" });
    expect((await getTask(anasKey, task)).availableActions).not.toContain("approve");
    expect((await approve(await withKey(hub, ben), task)).status).toBe("approved");
  });

  it("of nobody does not count where people are counted", async () => {
    const task = await waiting();
    const nobodys = await withKey(hub, null);
    await expect(approve(nobodys, task)).rejects.toMatchObject({
      ...{ code: "APPROVAL_NOT_ALLOWED", status: 403, details: { reason: "no_person" } },
    });
    await decide(hub, { approvals_needed: 1 });
    expect((await approve(nobodys, task)).status).toBe("approved");
  });
});

describe("the policy of the moment", () => {
  it("holds what waits already, and leaves what is approved", async () => {
    await decide(hub, { approvals_needed: 1 });
    const [done, task] = await Promise.all([waiting(), waiting()]);
    await approve(ana, done);
    await decide(hub, { approvals_needed: 3 });
    expect(await getTask(ana, done)).toMatchObject({ status: "approved", approvals: { needed: 1 } });
    await approve(ana, task);
    expect((await approve(ben, task)).approvals).toMatchObject({ needed: 3 });
    // Two have approved: with two needed now, whoever acts next completes it, one of the two included.
    await decide(hub, { approvals_needed: 2 });
    expect((await getTask(ana, task)).availableActions).toContain("approve");
    expect((await approve(ana, task)).status).toBe("approved");
  });
});

it("lists say how far a task is, and set aside what one has approved", async () => {
  const [task, other] = await Promise.all([waiting(), waiting()]);
  await approve(ana, task);
  const list = async (filters: { approvedBy?: string; notApprovedBy?: string }) => {
    const page = { sortBy: "created_at", sortOrder: "desc", limit: 100, offset: 0 } as const;
    const taskRefs = [task.id, other.id];
    return listTasks(ana, { ...page, filters: { ...filters, taskRefs, statuses: ["awaiting_approval"] } });
  };
  const userId = ana.actor.userId ?? "";
  const mine = await list({ approvedBy: userId });
  expect(mine.tasks.map(({ id, approvals }) => [id, approvals?.needed, approvals?.given[0]?.userId])).toEqual([
    [task.id, 2, userId],
  ]);
  const rest = await list({ notApprovedBy: userId });
  expect(rest.tasks.map(({ id, approvals }) => [id, approvals])).toEqual([[other.id, { needed: 2, given: [] }]]);
  expect([mine.total, rest.total]).toEqual([1, 1]);
  await unapproveTask(ana, task, {});
  expect((await list({ approvedBy: userId })).total).toBe(0);
});

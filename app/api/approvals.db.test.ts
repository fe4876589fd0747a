import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { addPerson } from "#domain/approvals/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { signAccessToken } from "#lib/auth/access-token.ts";
import { scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
let api: TestApi;
let admin: Send;
let asAna: Send;
let asBen: Send;
let ana: Ctx;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  admin = testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx, [...scopes])).key });
  ana = await addPerson(hub, "Ana");
  [asAna, asBen] = [await tokenOf(ana), await tokenOf(await addPerson(hub, "Ben"))];
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

async function tokenOf({ actor }: Ctx): Promise<Send> {
  return testClient(api.url, { authorization: `Bearer ${await signAccessToken({ sub: actor.id, sv: 1 })}` });
}

const setPolicy = (policy: JsonObject) =>
  admin("PUT", "/api/policies", { policy: { task_type: "blog_post", ...policy } });
beforeEach(() => setPolicy({ requires_approval: null, approvals_needed: null, allow_own_approval: null }));
const waiting = () => insertTaskIn(hub.ctx, "awaiting_approval");
const statusOf = async (id: string) => (await hub.owner`select status from tasks where id = ${id}`)[0]?.status;

describe("policies", () => {
  const policyIn = ({ body }: { body: JsonObject }) =>
    (body.policies as JsonObject[]).find((policy) => policy.task_type === "blog_post");

  it("are changed in part, and the rest stays", async () => {
    await setPolicy({ approvals_needed: 2 });
    await setPolicy({ allow_own_approval: false });
    const answer = await setPolicy({ requires_approval: true });
    const decided = { requires_approval: true, approvals_needed: 2, allow_own_approval: false };
    expect(policyIn(answer)).toMatchObject(decided);
    expect(policyIn(await admin("GET", "/api/policies"))).toMatchObject(decided);
    // The first admin, Ana and Ben.
    expect(answer.body.reviewers).toBe(3);
    expect(policyIn(await setPolicy({ approvals_needed: null }))).toMatchObject({ ...decided, approvals_needed: null });
    const [audited] = await hub.owner`
      select target_id, detail from audit where action = 'policy.set' order by id desc limit 1`;
    expect(audited).toEqual({ target_id: "blog_post", detail: { approvals_needed: null } });
  });

  it.each<[string, JsonObject, string]>([
    ["nothing to decide", {}, "policy"],
    ["no people", { approvals_needed: 0 }, "policy.approvals_needed"],
    ["too many people", { approvals_needed: 6 }, "policy.approvals_needed"],
    ["half a person", { approvals_needed: 1.5 }, "policy.approvals_needed"],
    ["a word for a flag", { allow_own_approval: "no" }, "policy.allow_own_approval"],
  ])("refuse %s", async (_, policy, field) => {
    const answer = await setPolicy(policy);
    expect([answer.status, codeOf(answer)]).toEqual([422, "VALIDATION_ERROR"]);
    expect(answer.body.error).toMatchObject({ details: { field } });
  });

  it("refuse a field that is none", async () => {
    const answer = await setPolicy({ approvals_need: 2 });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("approvals_need");
  });
});

describe("two approvals", () => {
  beforeEach(() => setPolicy({ approvals_needed: 2 }));

  it("are told in the task, the list and the stream's shape alike", async () => {
    const task = await waiting();
    const first = await asAna("POST", `/api/tasks/${task.id}/approve`);
    const given = [{ user_id: ana.actor.id, name: "Ana", at: expect.any(String) }];
    expect(first.body).toMatchObject({ state: "awaiting_approval", approvals: { needed: 2, given } });
    const mine = await asAna("GET", `/api/tasks?approved_by=${ana.actor.id}&status=awaiting_approval`);
    expect(mine.body).toMatchObject({ total: 1, tasks: [{ task_id: task.id, approvals: { needed: 2, given } }] });
    const rest = await asAna("GET", `/api/tasks?not_approved_by=${ana.actor.id}&task_ids=${task.id}`);
    expect(rest.body).toMatchObject({ total: 0, tasks: [] });
    const again = await asAna("POST", `/api/tasks/${task.id}/approve`);
    expect([again.status, codeOf(again)]).toEqual([409, "ALREADY_APPROVED"]);
    expect(again.body.error).toMatchObject({ details: { who_can: ["Ben", "first@example.com"] } });
    const second = await asBen("POST", `/api/tasks/${task.id}/approve`);
    expect(second.body).toMatchObject({ state: "approved", approved_sha256: task.revisionSha256 });
    const history = await asBen("GET", `/api/tasks/${task.id}/status-history`);
    expect(history.body.history).toMatchObject([
      { old_status: "awaiting_approval", new_status: "awaiting_approval", success: true, actor: { name: "Ana" } },
      {
        new_status: "approved",
        success: false,
        actor: { name: "Ana" },
        metadata: { refused_with: "ALREADY_APPROVED" },
      },
      { old_status: "awaiting_approval", new_status: "approved", success: true, actor: { name: "Ben" } },
    ]);
  });

  it("are needed by the other doors too", async () => {
    const task = await waiting();
    const put = await asAna("PUT", `/api/tasks/${task.id}/status/validated`, { status: "approved" });
    expect(put.body).toMatchObject({ success: true, message: "Approved by Ana, waits for one more" });
    const item = { task_id: task.id, revision_sha256: task.revisionSha256 ?? "" };
    const again = await asAna("POST", "/api/tasks/bulk-review", { items: [item], decision: "approved" });
    expect(again.body).toMatchObject({ approved_count: 0, details: [{ status: "failed" }] });
    const other = await waiting();
    const items = [item, { task_id: other.id, revision_sha256: other.revisionSha256 ?? "" }];
    const bulk = await asBen("POST", "/api/tasks/bulk-review", { items, decision: "approved" });
    expect(bulk.body).toMatchObject({
      approved_count: 2,
      details: [
        { task_id: task.id, status: "done", reason: null },
        { task_id: other.id, status: "done", reason: "Approved by Ben, waits for one more" },
      ],
    });
    expect([await statusOf(task.id), await statusOf(other.id)]).toEqual(["approved", "awaiting_approval"]);
  });

  it("look the same to those who know nothing of review", async () => {
    const task = await waiting();
    await asAna("POST", `/api/tasks/${task.id}/approve`);
    const [course, inference] = await Promise.all(
      ["course", "inference"].map((profile) =>
        admin("GET", `/api/tasks/${task.id}`, undefined, { "x-api-profile": profile }),
      ),
    );
    expect(course?.body).toMatchObject({ status: "PROCESSING" });
    expect(inference?.body).toMatchObject({ status: "running" });
  });
});

it("one's own work fails by itself among many, and says who can", async () => {
  await setPolicy({ allow_own_approval: false });
  const [own, other] = await Promise.all([waiting(), waiting()]);
  await hub.owner`update tasks set created_by_user_id = ${ana.actor.id} where uid = ${own.uid}`;
  const items = [own, other].map((task) => ({ task_id: task.id, revision_sha256: task.revisionSha256 ?? "" }));
  const bulk = await asAna("POST", "/api/tasks/bulk-review", { items, decision: "approved" });
  expect(bulk.body).toMatchObject({
    ...{ approved_count: 1, failed_count: 1 },
    details: [
      { task_id: own.id, status: "failed", reason: expect.stringContaining("Ben can.") },
      { task_id: other.id, status: "done" },
    ],
  });
  const alone = await asAna("POST", `/api/tasks/${own.id}/approve`);
  expect([alone.status, codeOf(alone)]).toEqual([403, "APPROVAL_NOT_ALLOWED"]);
  const task = await asAna("GET", `/api/tasks/${own.id}`);
  expect(task.body.approval_refused).toMatchObject({ reason: "asked_for_it" });
  expect(task.body.available_actions).not.toContain("approve");
  expect(task.body.available_actions).toContain("reject");
});

describe("in bulk", () => {
  it("failed tasks are queued again, each with its outcome", async () => {
    const [failed, other] = [await insertTaskIn(hub.ctx, "failed"), await waiting()];
    const answer = await admin("POST", "/api/tasks/bulk-retry", { task_ids: [failed.id, other.id, "never-was"] });
    expect(answer.body).toMatchObject({ retried_count: 1, failed_count: 1, not_found_ids: ["never-was"] });
    expect([await statusOf(failed.id), await statusOf(other.id)]).toEqual(["queued", "awaiting_approval"]);
  });

  it("tasks are given to a member, or to none when it is no member", async () => {
    const [one, two] = [await waiting(), await waiting()];
    const task_ids = [one.id, two.id];
    const holders = async () =>
      (await hub.owner`select assigned_to from tasks where id in ${hub.owner(task_ids)}`).map((row) => row.assigned_to);
    const answer = await asBen("POST", "/api/tasks/bulk-assign", { task_ids, user_id: ana.actor.id });
    expect(answer.body).toMatchObject({ success: true, assigned_count: 2 });
    expect(await holders()).toEqual([ana.actor.id, ana.actor.id]);
    const stranger = await asBen("POST", "/api/tasks/bulk-assign", { task_ids, user_id: crypto.randomUUID() });
    expect([stranger.status, codeOf(stranger)]).toEqual([422, "VALIDATION_ERROR"]);
    await asBen("POST", "/api/tasks/bulk-assign", { task_ids, user_id: null });
    expect(await holders()).toEqual([null, null]);
  });

  it("tasks are made urgent, in the queue too, each with its outcome", async () => {
    const [one, two] = [await waiting(), await insertTaskIn(hub.ctx, "queued")];
    const task_ids = [one.id, two.id, "never-was"];
    const answer = await admin("POST", "/api/tasks/bulk-priority", { task_ids, priority: "urgent" });
    expect(answer.body).toMatchObject({ prioritised_count: 2, not_found_ids: ["never-was"], success: false });
    const read = await admin("GET", `/api/tasks/${two.id}`);
    expect(read.body).toMatchObject({ priority: "urgent" });
    const wrong = await admin("POST", "/api/tasks/bulk-priority", { task_ids, priority: "soon" });
    expect([wrong.status, codeOf(wrong)]).toEqual([422, "VALIDATION_ERROR"]);
  });

  it("tasks get a due date, and lose it", async () => {
    const [one, two] = [await waiting(), await insertTaskIn(hub.ctx, "approved")];
    const task_ids = [one.id, two.id];
    const due = async () =>
      (await hub.owner`select due_at from tasks where id in ${hub.owner(task_ids)}`).map((row) => row.due_at);
    const at = new Date("2026-03-01T17:00:00Z");
    const answer = await admin("POST", "/api/tasks/bulk-due", { task_ids, due_at: at.toISOString() });
    expect(answer.body).toMatchObject({ success: true, dated_count: 2 });
    expect(await due()).toEqual([at, at]);
    await admin("POST", "/api/tasks/bulk-due", { task_ids, due_at: null });
    expect(await due()).toEqual([null, null]);
    expect(await statusOf(two.id)).toBe("approved");
  });

  it("approvals are taken back", async () => {
    const [approved, other] = [await insertTaskIn(hub.ctx, "approved"), await waiting()];
    const answer = await asBen("POST", "/api/tasks/bulk-unapprove", { task_ids: [approved.id, other.id] });
    expect(answer.body).toMatchObject({ unapproved_count: 1, failed_count: 1 });
    expect(await statusOf(approved.id)).toBe("awaiting_approval");
  });
});

import type { RevisionDiff } from "#lib/contract/revision-diff.ts";
import type { RevisionResponse, TaskResponse } from "#lib/contract/task-response.ts";
import { type Failure, topic } from "../support/api-client.ts";
import { expect, test } from "../support/fixtures.ts";

type History = {
  history: { old_status: string | null; new_status: string; success: boolean; actor: { name: string } }[];
};
const steps = (history: History["history"]) => history.map((step) => `${step.old_status} → ${step.new_status}`);

test("from request to review: every phase is done, saved, and told", async ({ api, db }) => {
  const task = await api.createWaiting();
  expect(task).toMatchObject({
    status: "awaiting_approval",
    approval_status: "pending_human_review",
    title: topic,
    revision_number: 1,
    degraded: false,
  });
  expect(task.phases.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "research done",
    "creative done",
    "qa done",
    "image done",
    "format done",
  ]);
  expect(task.content).toContain("brackish");
  expect(task.quality_score).toBeGreaterThan(0);
  const { history } = (await api.get<History>(`/api/tasks/${task.task_id}/status-history`)).body;
  expect(steps(history)).toEqual([
    "null → pending",
    "pending → queued",
    "queued → generating",
    "generating → awaiting_approval",
  ]);
  const [row] = await db`
    select t.status, r.sha256 = t.revision_sha256 as current, (select count(*)::int from phases p where p.task_uid = t.uid) as phases
    from tasks t join revisions r on r.task_uid = t.uid and r.number = t.revision where t.id = ${task.task_id}`;
  expect(row).toEqual({ status: "awaiting_approval", current: true, phases: 5 });
});

test("approve, publish, withdraw and take back, each by its verb, each on record", async ({ api, db }) => {
  const { task_id: id, revision_sha256: sha256 } = await api.createWaiting();
  const approved = await api.post(`/api/tasks/${id}/approve`, { feedback: "Good", revision_sha256: sha256 });
  expect(approved.body).toMatchObject({ state: "approved", approval_status: "approved", approved_sha256: sha256 });
  const published = await api.post(`/api/tasks/${id}/publish`);
  expect(published.body).toMatchObject({ state: "published", published_url: expect.stringMatching(/\/p\//) });
  expect((await api.post(`/api/tasks/${id}/unpublish`)).body).toMatchObject({ state: "approved", published_url: null });
  expect((await api.post(`/api/tasks/${id}/unapprove`)).body).toMatchObject({ state: "awaiting_approval" });
  const audit = await db`select action from audit where target_id = ${id} order by id`;
  expect(audit.map(({ action }) => action)).toEqual([
    "task.approve",
    "task.publish",
    "task.unpublish",
    "task.unapprove",
  ]);
});

test("the validated status goes the reviewer's way, and remembers what it refused", async ({ api }) => {
  const { task_id: id } = await api.createWaiting();
  const set = (body: Record<string, unknown>) =>
    api.put<{ message: string; updated_by: string }>(`/api/tasks/${id}/status/validated`, body);
  const refused = await api.put<Failure>(`/api/tasks/${id}/status/validated`, { status: "published" });
  expect([refused.status, refused.body.error]).toEqual([
    409,
    expect.objectContaining({
      code: "INVALID_STATUS_TRANSITION",
      details: {
        current_status: "awaiting_approval",
        target_status: "published",
        allowed_transitions: ["approved", "rejected"],
      },
    }),
  ]);
  const rejected = await set({ status: "rejected", reason: "Too dry", updated_by: "editor@example.com" });
  expect(rejected.body).toMatchObject({
    success: true,
    message: "Status changed: awaiting_approval → rejected",
    updated_by: "editor@example.com",
  });
  expect((await api.get(`/api/tasks/${id}`)).body).toMatchObject({ state: "rejected", error_message: "Too dry" });
  await set({ status: "awaiting_approval" });
  await set({ status: "approved" });
  await set({ status: "published" });
  const { history } = (await api.get<History>(`/api/tasks/${id}/status-history`)).body;
  expect(steps(history.slice(4))).toEqual([
    "awaiting_approval → published",
    "awaiting_approval → rejected",
    "rejected → awaiting_approval",
    "awaiting_approval → approved",
    "approved → published",
  ]);
  expect(history.map(({ success }) => success)).toEqual([true, true, true, true, false, true, true, true, true]);
});

test("an edit needs the ETag, makes a revision, and undoes an approval", async ({ api }) => {
  const { task_id: id } = await api.createWaiting();
  const read = await api.get(`/api/tasks/${id}`);
  const etag = read.headers.get("etag");
  const change = { content: "Twice a day.", title: "Tides", note: "Shorter" };
  const without = await api.patch<Failure>(`/api/tasks/${id}`, change);
  expect([without.status, without.body.error.code]).toEqual([428, "PRECONDITION_REQUIRED"]);
  const edited = await api.patch(`/api/tasks/${id}`, change, etag);
  expect(edited.body).toMatchObject({ revision_number: 2, content: "Twice a day.", title: "Tides" });
  const late = await api.patch<Failure>(`/api/tasks/${id}`, { content: "Late" }, etag);
  expect([late.status, late.body.error.code]).toEqual([412, "PRECONDITION_FAILED"]);

  const stale = await api.post<Failure>(`/api/tasks/${id}/approve`, { revision_sha256: read.body.revision_sha256 });
  expect([stale.status, stale.body.error.code]).toEqual([409, "REVISION_CHANGED"]);
  const approved = await api.post(`/api/tasks/${id}/approve`, { revision_sha256: edited.body.revision_sha256 });
  const again = await api.patch(`/api/tasks/${id}`, { excerpt: "Of tides." }, approved.headers.get("etag"));
  expect(again.body).toMatchObject({ state: "awaiting_approval", approved_sha256: null, revision_number: 3 });

  const revisions = await api.get<{ revisions: RevisionResponse[] }>(`/api/tasks/${id}/revisions`);
  expect(revisions.body.revisions.map(({ number, origin }) => `${number} ${origin}`)).toEqual([
    "3 edited",
    "2 edited",
    "1 generated",
  ]);
  const diff = await api.get<RevisionDiff>(`/api/tasks/${id}/diff?from=1&to=2`);
  expect(diff.body.words_removed).toBeGreaterThan(50);
  expect(diff.body.result.map(({ path }) => path)).toContain("title");
});

test("sent back with feedback, it comes again as another revision; phases before stay as they were", async ({
  api,
}) => {
  const { task_id: id } = await api.createWaiting();
  const sent = await api.post(`/api/tasks/${id}/regenerate`, { feedback: "Say more about birds", from_phase: "qa" });
  expect(sent.body).toMatchObject({ state: "queued", round: 2, feedback: "Say more about birds" });
  const again = await api.waitFor(id, "awaiting_approval");
  expect(again).toMatchObject({ revision_number: 2, round: 2 });
  expect(again.phases.map(({ name, status }) => `${name} ${status}`).slice(0, 3)).toEqual([
    "research reused",
    "creative reused",
    "qa done",
  ]);
});

test("cancelled is the end; deleted is gone, its files and page too", async ({ api, anonymous, db, unique }) => {
  const cancelled: TaskResponse = (await api.createWaiting()) satisfies TaskResponse;
  expect((await api.post(`/api/tasks/${cancelled.task_id}/cancel`)).body.state).toBe("cancelled");
  const twice = await api.post<Failure>(`/api/tasks/${cancelled.task_id}/cancel`);
  expect([twice.status, twice.body.error.code]).toEqual([409, "TASK_NOT_CANCELLABLE"]);

  // By a name of its own: another post of the same one would take its address over.
  const { task_id: id, featured_image_url: image } = await api.createWaiting({ topic: `Ends of ${unique}` });
  await api.post(`/api/tasks/${id}/approve`);
  const { published_url: url } = (await api.post(`/api/tasks/${id}/publish`)).body;
  expect((await fetch(url ?? "")).status).toBe(200);
  expect((await api.delete(`/api/tasks/${id}`)).status).toBe(204);
  expect((await api.get(`/api/tasks/${id}`)).status).toBe(404);
  expect((await fetch(url ?? "")).status).toBe(404);
  expect((await fetch(image ?? "")).status).not.toBe(200);
  const [audit] =
    await db`select detail ->> 'status' as status from audit where action = 'task.delete' and target_id = ${id}`;
  expect(audit?.status).toBe("published");
  expect((await anonymous.get<Failure>(`/api/tasks/${id}`)).status).toBe(401);
});

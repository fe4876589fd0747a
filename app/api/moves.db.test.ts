import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { type Scope, scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";

let hub: TestHub;
let api: TestApi;
let send: Send;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  send = await clientFor([...scopes]);
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

async function clientFor(rights: Scope[]): Promise<Send> {
  return testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx, rights)).key });
}

type Verb = {
  method: string;
  /** Below `/api/tasks/{id}`, unless it begins at the root. */
  path: string;
  body?: JsonObject;
  /** The one right that it needs. */
  scope: Scope;
  /** Where it leads from each status in which it is legal. */
  leads: Partial<Record<TaskStatus, TaskStatus>>;
};

const cancels = Object.fromEntries(
  ["pending", "queued", "on_hold", "generating", "awaiting_approval", "rejected"].map((from) => [from, "cancelled"]),
) as Verb["leads"];
const edits: Verb["leads"] = {
  ...{ awaiting_approval: "awaiting_approval", rejected: "rejected", completed: "completed" },
  ...{ approved: "awaiting_approval", published: "awaiting_approval" },
};
const post = (path: string, scope: Scope, leads: Verb["leads"], body?: JsonObject): Verb => ({
  ...{ method: "POST", path, scope, leads },
  ...(body && { body }),
});
const verbs: Verb[] = [
  post("/cancel", "tasks:write", cancels),
  { method: "DELETE", path: "/tasks/{id}", scope: "tasks:write", leads: cancels },
  post("/retry", "tasks:write", { failed: "queued" }),
  post("/approve", "tasks:review", { awaiting_approval: "approved" }),
  post("/reject", "tasks:review", { awaiting_approval: "rejected" }, { reason: "Too short" }),
  post(
    "/regenerate",
    "tasks:review",
    { awaiting_approval: "queued", rejected: "queued", completed: "queued" },
    { feedback: "Name the rivers" },
  ),
  post("/unapprove", "tasks:review", { approved: "awaiting_approval" }),
  post("/publish", "tasks:publish", { approved: "published" }),
  post("/unpublish", "tasks:publish", { published: "approved" }),
  { method: "PATCH", path: "", body: { content: "Twice a day." }, scope: "tasks:write", leads: edits },
  {
    ...{ method: "PATCH", path: "", scope: "tasks:write", leads: { pending: "queued" } },
    body: { request_data: { topic: "Sandbanks" } },
  },
];
const named = verbs.map((verb) => ({
  verb,
  name: `${verb.method} ${verb.path || "/"}${verb.body ? ` ${Object.keys(verb.body)}` : ""}`,
}));
const cases = named.flatMap(({ verb, name }) =>
  taskStatuses.map((from) => ({ name, verb, from, to: verb.leads[from] })),
);

async function make(verb: Verb, from: TaskStatus, by: Send = send) {
  const task = await insertTaskIn(hub.ctx, from);
  const path = verb.path.startsWith("/tasks/") ? `/tasks/${task.id}` : `/api/tasks/${task.id}${verb.path}`;
  const ifMatch = verb.method === "PATCH" ? { "if-match": `"${task.version}"` } : undefined;
  const answer = await by(verb.method, path, verb.body, ifMatch);
  return { id: task.id, answer };
}

const stateOf = async (id: string) => (await send("GET", `/api/tasks/${id}`)).body.state;

describe("a move over HTTP", () => {
  it.each(cases.filter(({ to }) => to))(
    "$name takes $from to $to, and needs its one right",
    async ({ verb, from, to }) => {
      const { id, answer } = await make(verb, from, await clientFor([verb.scope]));
      expect(answer.status, answer.text).toBe(200);
      expect(await stateOf(id)).toBe(to);
      const others = scopes.filter((scope) => scope !== verb.scope);
      const refused = await make(verb, from, await clientFor(others));
      expect(codeOf(refused.answer), refused.answer.text).toBe("FORBIDDEN");
      expect(await stateOf(refused.id)).toBe(from);
    },
  );

  it.each(cases.filter(({ to }) => !to))("$name of what is $from is a conflict", async ({ verb, from }) => {
    const { id, answer } = await make(verb, from);
    expect(answer.status, answer.text).toBe(409);
    const isCancel = verb.leads === cancels;
    expect(answer.body.error).toMatchObject({
      code: isCancel ? "TASK_NOT_CANCELLABLE" : "INVALID_STATUS_TRANSITION",
      details: isCancel ? { current_status: from } : { current_status: from, allowed_transitions: expect.any(Array) },
    });
    expect(await stateOf(id)).toBe(from);
  });
});

const reviewersMoves: Partial<Record<TaskStatus, Partial<Record<TaskStatus, Scope>>>> = {
  awaiting_approval: { approved: "tasks:review", rejected: "tasks:review" },
  approved: { published: "tasks:publish" },
  rejected: { awaiting_approval: "tasks:write" },
};

describe("PUT status/validated", () => {
  const pairs = taskStatuses.flatMap((from) => taskStatuses.map((to) => ({ from, to })));
  const body = (status: TaskStatus) => ({
    status,
    reason: "Because",
    updated_by: "ada@example.com",
    metadata: { a: 1 },
  });

  it.each(pairs)("$from → $to", async ({ from, to }) => {
    const task = await insertTaskIn(hub.ctx, from);
    const answer = await send("PUT", `/api/tasks/${task.id}/status/validated`, body(to));
    const isLegal = reviewersMoves[from]?.[to] !== undefined;
    const { body: history } = await send("GET", `/api/tasks/${task.id}/status-history`);
    const last = (history.history as JsonObject[]).at(-1);
    expect(last).toMatchObject({ old_status: from, new_status: to, success: isLegal, reason: "Because" });
    expect(last?.metadata).toMatchObject({ a: 1, updated_by: "ada@example.com" });
    expect(last?.actor).toMatchObject({ type: "key" });
    expect(await stateOf(task.id)).toBe(isLegal ? to : from);
    if (isLegal) {
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        ...{ success: true, task_id: task.id, message: `Status changed: ${from} → ${to}` },
        updated_by: "ada@example.com",
      });
    } else {
      const allowed = Object.keys(reviewersMoves[from] ?? {});
      expect(answer.status).toBe(409);
      expect(answer.body.error).toMatchObject({
        code: "INVALID_STATUS_TRANSITION",
        details: { current_status: from, target_status: to, allowed_transitions: allowed },
      });
    }
  });

  it.each(pairs.filter(({ from, to }) => reviewersMoves[from]?.[to]))(
    "$from → $to needs its one right",
    async ({ from, to }) => {
      const right = reviewersMoves[from]?.[to] as Scope;
      const path = `/api/tasks/${(await insertTaskIn(hub.ctx, from)).id}/status/validated`;
      const others = await clientFor(scopes.filter((scope) => scope !== right));
      const refused = await others("PUT", path, body(to));
      expect([codeOf(refused), refused.body.error]).toMatchObject([
        "FORBIDDEN",
        { details: { required_scope: right } },
      ]);
      const made = await (await clientFor([right]))("PUT", path, body(to));
      expect(made.status, made.text).toBe(200);
    },
  );

  it("rejects with a reason alone", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    const refused = await send("PUT", `/api/tasks/${task.id}/status/validated`, { status: "rejected" });
    expect([refused.status, codeOf(refused)]).toEqual([422, "VALIDATION_ERROR"]);
  });
});

describe("in bulk", () => {
  it.each([
    ["pause", "queued", "on_hold"],
    ["resume", "on_hold", "queued"],
    ["cancel", "queued", "cancelled"],
    ["reject", "awaiting_approval", "rejected"],
  ] as const)(
    "%s takes %s to %s, names what it could not do, and does what is named twice once",
    async (action, from, to) => {
      const [good, wrong] = [await insertTaskIn(hub.ctx, from), await insertTaskIn(hub.ctx, "published")];
      const task_ids = [good.id, wrong.id, "never-was", good.id];
      const answer = await send("POST", "/api/tasks/bulk", { task_ids, action, reason: "Because" });
      expect(answer.body).toMatchObject({
        ...{ success: false, failed_count: 1, not_found_count: 1, not_found_ids: ["never-was"], total_requested: 4 },
        details: [
          { task_id: good.id, status: "done", reason: null },
          { task_id: wrong.id, status: "failed", reason: expect.any(String) },
          { task_id: "never-was", status: "not_found", reason: expect.any(String) },
        ],
      });
      expect(
        Object.entries(answer.body)
          .filter(([, count]) => count === 1)
          .map(([name]) => name),
      ).toHaveLength(3);
      expect(await stateOf(good.id)).toBe(to);
    },
  );

  it("a review decides on what was read, and on nothing newer", async () => {
    const [read, stale] = [
      await insertTaskIn(hub.ctx, "awaiting_approval"),
      await insertTaskIn(hub.ctx, "awaiting_approval"),
    ];
    const items = [
      { task_id: read.id, revision_sha256: read.revisionSha256 ?? "" },
      { task_id: stale.id, revision_sha256: "0".repeat(64) },
    ];
    const answer = await send("POST", "/api/tasks/bulk-review", { items, decision: "approved" });
    expect(answer.body).toMatchObject({ approved_count: 1, failed_count: 1, total_requested: 2 });
    expect([await stateOf(read.id), await stateOf(stale.id)]).toEqual(["approved", "awaiting_approval"]);
  });

  it("names tasks as the caller's profile does", async () => {
    const uuid = "6d5af4d2-5095-4149-b2f3-cf006cb3fde9";
    await insertTaskIn(hub.ctx, "queued", { id: uuid });
    const headers = { "x-api-profile": "inference" };
    const answer = await send("POST", "/api/tasks/bulk-cancel", { task_ids: [`task_${uuid}`] }, headers);
    expect(answer.body).toMatchObject({ cancelled_count: 1, details: [{ task_id: `task_${uuid}` }] });
  });
});

it.each(taskStatuses)("DELETE removes a task that is %s: 204, empty, and 404 from then on", async (status) => {
  const task = await insertTaskIn(hub.ctx, status);
  const removed = await send("DELETE", `/api/tasks/${task.id}`);
  expect([removed.status, removed.text]).toEqual([204, ""]);
  expect(codeOf(await send("GET", `/api/tasks/${task.id}`))).toBe("TASK_NOT_FOUND");
  const { audit } = await readEverything(hub);
  expect(audit?.some((entry) => entry.target_id === task.id && entry.action === "task.delete")).toBe(true);
});

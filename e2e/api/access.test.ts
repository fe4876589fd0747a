import type { Failure, TaskList } from "../support/api-client.ts";
import { expect, test } from "../support/fixtures.ts";
import { admin } from "../support/hub.ts";

test("a token is its person, in the account that is theirs", async ({ anonymous, api, db }) => {
  const { email, password } = admin;
  const token = await anonymous.post<{ token_type: string; accounts: { name: string; role: string }[] }>("/api/token", {
    email,
    password,
  });
  expect(token.body).toMatchObject({
    token_type: "Bearer",
    accounts: [{ name: admin.accountName, role: "admin" }],
  });
  const id = await api.createPost();
  const [row] = await db`select created_by, created_by_user_id::text as person from tasks where id = ${id}`;
  expect(row?.created_by).toBe(row?.person);
});

test("a wrong password is nobody, and no credential is nobody", async ({ anonymous }) => {
  const wrong = await anonymous.post<Failure>("/api/token", { email: admin.email, password: "not the password" });
  expect([wrong.status, wrong.body.error.code]).toEqual([401, "UNAUTHENTICATED"]);
  const nobodies: Record<string, string>[] = [{}, { "x-api-key": "oh_nothing" }, { authorization: "Bearer nothing" }];
  for (const headers of nobodies) {
    const answer = await anonymous.get<Failure>("/api/tasks", headers);
    expect([answer.status, answer.body.error.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(answer.headers.get("x-request-id")).toBe(answer.body.request_id);
  }
});

test("a key is shown once, works as header and as bearer, and not a moment after it is revoked", async ({
  api,
  anonymous,
  db,
}) => {
  const made = await api.post<{ id: string; key: string }>("/api/keys", { name: "e2e", scopes: ["tasks:read"] });
  expect(made.status).toBe(201);
  const { key, id } = made.body;
  expect(key).toMatch(/^oh_/);
  const [row] = await db`select to_jsonb(k) as row from api_keys k where id = ${id}`;
  expect(JSON.stringify(row?.row)).not.toContain(key);
  expect(JSON.stringify((await api.get<unknown>("/api/keys")).body)).not.toContain(key);

  expect((await anonymous.get("/api/tasks", { "x-api-key": key })).status).toBe(200);
  expect((await anonymous.get("/api/tasks", { authorization: `Bearer ${key}` })).status).toBe(200);
  expect((await api.delete(`/api/keys/${id}`)).status).toBe(204);
  expect((await anonymous.get("/api/tasks", { "x-api-key": key })).status).toBe(401);
});

test("a task made by a key says so", async ({ keyFor, db }) => {
  const key = await keyFor("creator");
  const id = await key.createPost();
  const [row] = await db`select created_by, account_id from tasks where id = ${id}`;
  expect(row?.created_by).toBe(`api_key_user_${row?.account_id}`);
});

test("each role may do what is its own and nothing above", async ({ keyFor, api }) => {
  const [viewer, creator, reviewer, publisher] = [
    await keyFor("viewer"),
    await keyFor("creator"),
    await keyFor("reviewer"),
    await keyFor("publisher"),
  ];
  const { task_id: id } = await api.createWaiting();
  const approve = `/api/tasks/${id}/approve`;
  const publish = `/api/tasks/${id}/publish`;
  const refused = async (answer: Promise<{ status: number; body: unknown }>, scope: string) => {
    const { status, body } = await answer;
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: { code: "FORBIDDEN", details: { required_scope: scope } } });
  };

  expect((await viewer.get(`/api/tasks/${id}`)).status).toBe(200);
  await refused(viewer.post("/api/tasks", { task_type: "blog_post", topic: "Tides" }), "tasks:write");
  await refused(viewer.put(`/api/tasks/${id}/status/validated`, { status: "approved" }), "tasks:review");
  await refused(creator.post(approve), "tasks:review");
  await refused(creator.put(`/api/tasks/${id}/status/validated`, { status: "approved" }), "tasks:review");
  await refused(creator.get("/api/keys"), "account:admin");
  expect((await reviewer.post(approve)).status).toBe(200);
  await refused(reviewer.post(publish), "tasks:publish");
  await refused(reviewer.put(`/api/tasks/${id}/status/validated`, { status: "published" }), "tasks:publish");
  expect((await publisher.post(publish)).status).toBe(200);
});

test("another account's task is not there, word for word as one that never was", async ({ api, stranger }) => {
  const { task_id: id, number } = await api.createWaiting();
  const shape = async (path: string) => {
    const { status, body } = await stranger.get<Failure>(path);
    return { status, error: body.error };
  };
  const never = await shape("/api/tasks/task_never");
  expect(never).toMatchObject({ status: 404, error: { code: "TASK_NOT_FOUND" } });
  for (const path of [`/api/tasks/${id}`, `/api/tasks/${id}/events`, `/api/tasks/${id}/revisions/1`]) {
    expect(await shape(path)).toEqual(never);
  }
  expect((await shape(`/api/tasks/${number}`)).status).toBe(404);
  const list = await stranger.get<TaskList>(`/api/tasks?task_ids=${id}`);
  expect(list.body).toMatchObject({ tasks: [], total: 0 });
  const acted = await stranger.post<Failure>(`/api/tasks/${id}/approve`);
  expect(acted.body.error).toEqual(never.error);
});

test("the account header must be one of the caller's", async ({ api, stranger, keyFor }) => {
  const theirs = (await stranger.get<{ account: { id: string } }>("/api/session")).body.account.id;
  const key = await keyFor("viewer");
  for (const client of [api, key]) {
    const answer = await client.get<Failure>("/api/tasks", { "x-account-id": theirs });
    expect([answer.status, answer.body.error.code]).toEqual([403, "FORBIDDEN"]);
  }
});

import { type Answer, expect, field, items, test } from "./fixtures.ts";

const quiz = {
  task_type: "quiz",
  story_prompt: "Twice a day the tide comes in.",
  difficulty: "easy",
  num_questions: 1,
};
const code = (answer: Answer) => field(field(answer.body, "error"), "code");

test("200 equal creations with one Idempotency-Key make one task", async ({ account, db }) => {
  const client = (await account.keyed()).with({ "idempotency-key": "storm" });
  const answers = await Promise.all(Array.from({ length: 200 }, () => client.send("POST", "/api/tasks", quiz)));
  const done = answers.filter(({ status }) => status === 201);
  expect(done.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
  expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect([answer.status, code(answer)]).toEqual([409, "IDEMPOTENCY_IN_FLIGHT"]);
  }
  const tasks = await db`select id from tasks where account_id = ${account.id}`;
  expect(tasks).toHaveLength(1);
  expect(field(done[0]?.body, "id")).toBe(tasks[0]?.id);
});

test("two accounts own the same task_id, and neither sees the other's", async ({ account, other }) => {
  const [mine, theirs] = [await account.keyed(), await other.keyed()];
  const made = await Promise.all(
    [mine, theirs].map((client, index) =>
      client.send("POST", "/api/tasks", { ...quiz, task_id: "task_001", task_source_id: `account ${index}` }),
    ),
  );
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  for (const [index, client] of [mine, theirs].entries()) {
    expect(field((await client.send("GET", "/api/tasks/task_001")).body, "task_source_id")).toBe(`account ${index}`);
    const list = await client.send("GET", "/api/tasks");
    expect(items(list.body, "tasks").map((task) => field(task, "task_source_id"))).toEqual([`account ${index}`]);
  }
  expect((await mine.send("DELETE", "/api/tasks/task_001")).status).toBe(204);
  expect((await mine.send("GET", "/api/tasks/task_001")).status).toBe(404);
  expect((await theirs.send("GET", "/api/tasks/task_001")).status).toBe(200);
});

test("a key's own limit is never exceeded, and told in headers", async ({ account, db }) => {
  const limits = { limit_per_minute: 40, limit_burst: 20 };
  const made = await account.signedIn.send("POST", "/api/keys", { name: "slow", scopes: ["tasks:read"], ...limits });
  const client = account.signedIn.with({ "x-api-key": String(field(made.body, "key")) });
  const now = async () =>
    Number((await db`select floor(extract(epoch from clock_timestamp()) / 10)::int as window`)[0]?.window);
  const first = await now();
  const answers = await Promise.all(Array.from({ length: 120 }, () => client.send("GET", "/api/tasks?limit=1")));
  const windows = (await now()) - first + 1;
  const served = answers.filter(({ status }) => status === 200);
  expect(served.length).toBeGreaterThanOrEqual(limits.limit_burst);
  expect(served.length).toBeLessThanOrEqual(limits.limit_burst * windows);
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expect([answer.status, code(answer)]).toEqual([429, "RATE_LIMITED"]);
    expect(answer.headers.get("x-ratelimit-limit")).toBe("40");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  }
});

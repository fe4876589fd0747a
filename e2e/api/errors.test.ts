import type { Answered, ApiClient, Failure } from "../support/api-client.ts";
import { expect, test } from "../support/fixtures.ts";

type Asked = { api: ApiClient; anonymous: ApiClient; unique: string };
type Case = { code: string; status: number; when: string; ask: (asked: Asked) => Promise<Answered<Failure>> };

const post = { task_type: "blog_post", topic: "How tides shape estuaries" };
const send = (api: ApiClient, method: string, path: string, raw?: string, headers?: Record<string, string>) =>
  api.send<Failure>(method, path, { raw, headers });

const cases: Case[] = [
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "the JSON is broken",
    ask: ({ api }) => send(api, "POST", "/api/tasks", "{"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "a query is out of range",
    ask: ({ api }) => api.get("/api/tasks?limit=101"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "a query is given twice",
    ask: ({ api }) => api.get("/api/tasks?limit=1&limit=2"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "a filter is unknown",
    ask: ({ api }) => api.get("/api/tasks?colour=blue"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "a status is no word of any profile",
    ask: ({ api }) => api.get("/api/tasks?status=done"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "a query holds a null character",
    ask: ({ api }) => api.get("/api/tasks?q=%00"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "the cursor is made up",
    ask: ({ api }) => api.get("/api/tasks?cursor=WyJ4Il0"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "the profile is none",
    ask: ({ api }) => api.get("/api/tasks", { "x-api-profile": "other" }),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "percent-encoding is broken",
    ask: ({ api }) => api.get("/api/tasks/%E0%A4%A"),
  },
  {
    code: "VALIDATION_ERROR",
    status: 422,
    when: "a field is wrong",
    ask: ({ api }) => api.post("/api/tasks", { ...post, target_length: 1 }),
  },
  { code: "UNAUTHENTICATED", status: 401, when: "nobody asks", ask: ({ anonymous }) => anonymous.get("/api/tasks") },
  {
    code: "TASK_NOT_FOUND",
    status: 404,
    when: "there is no such task",
    ask: ({ api }) => api.get("/api/tasks/nothing"),
  },
  { code: "NOT_FOUND", status: 404, when: "there is no such path", ask: ({ api }) => api.get("/api/nothing/here") },
  {
    code: "NOT_FOUND",
    status: 404,
    when: "there is no such revision",
    ask: async ({ api }) => api.get(`/api/tasks/${await api.createPost()}/revisions/99`),
  },
  {
    code: "METHOD_NOT_ALLOWED",
    status: 405,
    when: "the method is another's",
    ask: ({ api }) => send(api, "DELETE", "/api/tasks"),
  },
  {
    code: "PAYLOAD_TOO_LARGE",
    status: 413,
    when: "the body is above 4 MiB",
    ask: ({ api }) => api.post("/api/tasks", { ...post, source_material: "x".repeat(5 * 1024 * 1024) }),
  },
  {
    code: "UNSUPPORTED_MEDIA_TYPE",
    status: 415,
    when: "the body is a form",
    ask: ({ api }) => send(api, "POST", "/api/tasks", "a=b", { "content-type": "application/x-www-form-urlencoded" }),
  },
  {
    code: "INVALID_STATUS_TRANSITION",
    status: 409,
    when: "a task cannot move so",
    ask: async ({ api }) => api.post(`/api/tasks/${(await api.createWaiting()).task_id}/publish`),
  },
  {
    code: "REVISION_CHANGED",
    status: 409,
    when: "the revision is another",
    ask: async ({ api }) =>
      api.post(`/api/tasks/${(await api.createWaiting()).task_id}/approve`, { revision_sha256: "0".repeat(64) }),
  },
  {
    code: "TASK_ID_TAKEN",
    status: 409,
    when: "the id is in use",
    ask: async ({ api, unique }) => {
      await api.createPost({ task_id: unique });
      return api.post("/api/tasks", { ...post, task_id: unique });
    },
  },
  {
    code: "PRECONDITION_REQUIRED",
    status: 428,
    when: "an edit names no version",
    ask: async ({ api }) => api.patch(`/api/tasks/${await api.createPost()}`, { content: "x" }),
  },
  {
    code: "PRECONDITION_FAILED",
    status: 412,
    when: "an edit names no version of this task",
    ask: async ({ api }) => api.patch(`/api/tasks/${await api.createPost()}`, { content: "x" }, '"999"'),
  },
  {
    code: "URL_NOT_ALLOWED",
    status: 422,
    when: "a reference leads inside",
    ask: ({ api }) => api.post("/api/tasks", { ...post, reference_urls: ["http://169.254.169.254/latest"] }),
  },
  {
    code: "VALIDATION_ERROR",
    status: 400,
    when: "an event's id is none",
    ask: ({ api }) => api.get("/api/tasks/stream", { "last-event-id": "yesterday" }),
  },
];

for (const { code, status, when, ask } of cases) {
  test(`${status} ${code} when ${when}`, async ({ api, anonymous, unique }) => {
    const { body, headers, ...answer } = await ask({ api, anonymous, unique });
    expect([answer.status, body.error.code]).toEqual([status, code]);
    expect(headers.get("x-request-id")).toBe(body.request_id);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(Math.abs(Date.now() - Date.parse(body.timestamp))).toBeLessThan(60_000);
    expect(body.error.message).not.toMatch(/\.ts:\d|node_modules|select |postgres/i);
  });
}

test("a method that is not there says which are", async ({ api }) => {
  const answer = await send(api, "DELETE", "/api/tasks");
  expect(answer.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
});

test("several faults are told together, each by its path", async ({ api }) => {
  const answer = await api.post<Failure>("/api/tasks", { task_type: "blog_post", topic: "ab", tone: "shrill", x: 1 });
  const issues = answer.body.error.details.issues as { path: string }[];
  expect(issues.map(({ path }) => path).sort()).toEqual(["tone", "topic", "x"]);
});

test("a model that cannot be had is refused where the account wants no substitute", async ({ stranger, db }) => {
  const { account } = (await stranger.get<{ account: { id: string } }>("/api/session")).body;
  await db`insert into account_settings (account_id, allow_substitution) values (${account.id}, false)`;
  const answer = await stranger.post<Failure>("/api/tasks", { ...post, model_name: "openai/gpt-5-mini" });
  await db`delete from account_settings where account_id = ${account.id}`;
  expect([answer.status, answer.body.error.code]).toEqual([422, "MODEL_NOT_FOUND"]);
});

test("above its limit a key waits, and knows how long", async ({ api, anonymous, db }) => {
  const limits = { limit_per_minute: 3, limit_burst: 3 };
  const key = { name: "slow", scopes: ["tasks:read"], ...limits };
  const made = await api.post<{ id: string; key: string }>("/api/keys", key);
  // It counts in the next minute already, so that none begins between two of its requests.
  await db`
    insert into rate_windows (subject, minute_start, minute_used, burst_start, burst_used, granted)
    select ${`key:${made.body.id}`}, minute, 0, minute, 0, 0 from date_trunc('minute', now() + interval '1 minute') minute`;
  const slow = anonymous.with({ "x-api-key": made.body.key });
  for (const left of ["2", "1", "0"]) {
    const answer = await slow.get("/api/tasks?limit=1");
    expect([answer.status, answer.headers.get("x-ratelimit-remaining")]).toEqual([200, left]);
    expect(answer.headers.get("x-ratelimit-limit")).toBe("3");
  }
  const refused = await slow.get<Failure>("/api/tasks?limit=1");
  expect([refused.status, refused.body.error.code]).toEqual([429, "RATE_LIMITED"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 - 1);
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { signAccessToken } from "#lib/auth/access-token.ts";
import { type Profile, profiles, scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
let api: TestApi;
let send: Send;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  send = await clientOf(null);
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

async function clientOf(profile: Profile | null): Promise<Send> {
  return testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx, [...scopes], profile)).key });
}

const quiz = { task_type: "quiz", story_prompt: "Twice a day the tide comes in.", difficulty: "easy" };
const post = { task_type: "blog_post", topic: "Tides" };
const create = (fields: JsonObject, headers?: Record<string, string>) => send("POST", "/api/tasks", fields, headers);

describe("a caller's own id", () => {
  it.each(["a", "7a", "task_001", "A.b_c:d-e", "x".repeat(128), "COURSE:7.1", "bulk.1"])(
    "may be %s",
    async (task_id) => {
      const made = await create({ ...post, task_id });
      expect([made.status, made.body.id, made.body.task_id]).toEqual([201, task_id, task_id]);
      const read = await send("GET", `/api/tasks/${encodeURIComponent(task_id)}`);
      expect(read.body).toMatchObject({ id: task_id, task_id });
      const byNumber = await send("GET", `/api/tasks/${made.body.number}`);
      expect(byNumber.body.id).toBe(task_id);
      for (const history of ["events", "revisions", "status-history"]) {
        expect((await send("GET", `/api/tasks/${made.body.number}/${history}`)).body.task_id).toBe(task_id);
      }
      const listed = await send("GET", `/api/tasks?task_ids=${encodeURIComponent(task_id)},${made.body.number}`);
      expect(listed.body).toMatchObject({ total: 1, tasks: [{ id: String(made.body.number), task_id }] });
    },
  );

  it.each(["123", "0", "-a", ".a", "_a", "a b", "a/b", "ä", "x".repeat(129), "a,b", "a\n"])(
    "may not be %s",
    async (task_id) => {
      const refused = await create({ ...post, task_id });
      expect([refused.status, (refused.body.error as JsonObject).details]).toMatchObject([422, { field: "task_id" }]);
    },
  );

  it.each(["", null])("is made, a UUID v4, for %j", async (task_id) => {
    const made = await create({ ...post, task_id });
    expect(made.body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  const siblings = ["tasks", "../tasks"].flatMap((folder) => {
    const entries = readdirSync(join(import.meta.dirname, folder), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith("[") ? entry.name : []));
  });
  it.each([...new Set(siblings)])("may not be the name of the route %s", async (task_id) => {
    expect((await create({ ...post, task_id })).status).toBe(422);
  });

  it("sent again with the same body gives the same task with 200, with another 409", async () => {
    const first = await create({ ...quiz, task_id: "again" });
    const same = await create({ ...quiz, priority: "normal", task_id: "again" });
    expect([first.status, same.status, same.body.number]).toEqual([201, 200, first.body.number]);
    const nested = {
      task_type: "quiz",
      task_id: "again",
      request_data: { story_prompt: quiz.story_prompt, difficulty: "easy" },
    };
    expect((await create(nested)).status).toBe(200);
    expect(codeOf(await create({ ...quiz, task_id: "again", difficulty: "hard" }))).toBe("TASK_ID_TAKEN");
  });
});

it("a generated id is task_{uuid} to the inference profile, found with and without the prefix, and again under it", async () => {
  const inference = { "x-api-profile": "inference" };
  const made = await create(post);
  const bare = String(made.body.id);
  for (const path of [`/tasks/${bare}`, `/tasks/task_${bare}`, `/tasks/${made.body.number}`]) {
    expect((await send("GET", path)).body).toMatchObject({ id: `task_${bare}`, task_id: `task_${bare}` });
  }
  const listed = await send("GET", `/tasks?task_ids=task_${bare}`);
  expect(listed.body).toMatchObject({ total: 1, tasks: [{ task_id: `task_${bare}` }] });
  expect((await send("GET", `/api/tasks/task_${bare}`)).status).toBe(404);
  const own = `task_${crypto.randomUUID()}`;
  const twin = await send("POST", "/api/tasks/bulk", { tasks: [{ ...post, task_id: own }] }, inference);
  expect(JSON.parse(twin.text)[0]).toMatchObject({ task_id: own });
  expect((await send("GET", `/tasks/${own}`)).body.task_id).toBe(own);
});

describe("the profile", () => {
  const seen = async (by: Send, path: string, headers?: Record<string, string>) =>
    (await by("GET", path, undefined, headers)).body.status;
  const words: Record<Profile, string> = {
    ...{ unified: "awaiting_approval", course: "PROCESSING" },
    ...{ inference: "running", concepts: "processing" },
  };

  it.each(profiles)("%s: the header wins over the key's, the key's over the path's", async (profile) => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    const keyed = await clientOf(profile);
    for (const path of [`/api/tasks/${id}`, `/tasks/${id}`, `/api/concepts/task/${id}`]) {
      expect(await seen(keyed, path)).toBe(words[profile]);
      for (const header of profiles) expect(await seen(keyed, path, { "x-api-profile": header })).toBe(words[header]);
      expect(await seen(keyed, path, { "x-api-profile": ` ${profile.toUpperCase()} ` })).toBe(words[profile]);
    }
  });

  it("of a token wins over the path's, and has to be one", async () => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    const token = await signAccessToken({ sub: hub.ctx.actor.id, sv: 1, profile: "course" });
    const by = testClient(api.url, { authorization: `Bearer ${token}` });
    expect(await seen(by, `/tasks/${id}`)).toBe("PROCESSING");
    expect(await seen(by, `/tasks/${id}`, { "x-api-profile": "unified" })).toBe("awaiting_approval");
  });

  it("of the path is what is left", async () => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    expect(await seen(send, `/api/tasks/${id}`)).toBe("awaiting_approval");
    expect(await seen(send, `/tasks/${id}`)).toBe("running");
    expect(await seen(send, `/api/concepts/task/${id}`)).toBe("processing");
    await insertTaskIn(hub.ctx, "rejected", { taskSourceGroupId: "counted" });
    const filter = "?task_source_group_id=counted&status=failed";
    expect((await send("GET", `/api/tasks/count/total${filter}`)).body).toEqual({ total: 1 });
    expect((await send("GET", `/api/tasks${filter}`)).body.total).toBe(0);
  });
});

describe("fields", () => {
  it.each([
    ["status", "approved"],
    ["account_id", "another"],
    ["quality_score", 10],
    ["user_id", "somebody"],
    ["topik", "Tides"],
    ["story_prompt", "Of another type"],
  ])("that are not the type's are refused: %s", async (name, value) => {
    const bodies: JsonObject[] = [
      { ...post, [name]: value },
      { task_type: "blog_post", request_data: { topic: "Tides", [name]: value } },
    ];
    for (const body of bodies) {
      const refused = await create(body);
      const field = "request_data" in body ? `request_data.${name}` : name;
      expect([refused.status, (refused.body.error as JsonObject).details]).toMatchObject([422, { field }]);
    }
  });

  it("stand flat or under request_data, never both", async () => {
    const both = await create({ task_type: "quiz", difficulty: "easy", request_data: { story_prompt: "Tides" } });
    expect(both.status).toBe(422);
  });

  it("that are empty strings count as absent, and required ones are then missed", async () => {
    const made = await create({ ...post, tone: "", model_name: "", due_at: "", task_source_id: "" });
    expect(made.body).toMatchObject({ model_name: null, due_at: null, task_source_id: null });
    expect((await create({ ...post, topic: "" })).body.error).toMatchObject({
      details: { field: "topic", reason: expect.stringMatching(/required/) },
    });
  });

  it.each([
    [
      "unified",
      { ...post, task_name: "A", category: "B", model_selections: { qa: "x" } },
      ["task_name", "category", "model_selections"],
    ],
    [
      "course",
      { task_type: "quiz", request_data: { ...quiz, task_type: undefined, font_size: 12 } },
      ["request_data.font_size"],
    ],
  ] as const)(
    "that clients of the origin of %s send are accepted there, and named in warnings",
    async (profile, fields, named) => {
      const body = JSON.parse(JSON.stringify(fields));
      const made = await create(body, { "x-api-profile": profile });
      expect(made.status, made.text).toBe(201);
      for (const name of named) expect(made.body.warnings).toContainEqual(expect.stringContaining(name));
      expect((await create(body, { "x-api-profile": "concepts" })).status).toBe(422);
    },
  );
});

it("a trailing slash makes no difference, and is not redirected", async () => {
  const { id } = await insertTaskIn(hub.ctx, "queued");
  for (const path of [
    "/api/tasks/",
    `/api/tasks/${id}/`,
    `/tasks/${id}/`,
    "/api/tasks/count/total/",
    "/health/live/",
    "/api/groups/",
  ]) {
    expect((await send("GET", path)).status, path).toBe(200);
  }
  expect((await send("POST", "/api/tasks/", post)).status).toBe(201);
  expect((await send("POST", `/api/tasks/${id}/cancel/`)).status).toBe(200);
});

it("a dry run validates and prices, and makes nothing", async () => {
  const before = (await send("GET", "/api/tasks/count/total")).body;
  const priced = await send("POST", "/api/tasks?dry_run=true", post);
  expect(priced.status).toBe(200);
  expect((await send("POST", "/api/tasks?dry_run=true", { task_type: "blog_post" })).status).toBe(422);
  expect((await send("GET", "/api/tasks/count/total")).body).toEqual(before);
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { insertArtifact } from "#domain/publications/testing.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { saveView } from "#domain/views/saved-views.ts";
import { scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import { conceptId } from "#lib/http/profiles/concepts.ts";
import type { RouteHandler } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const files = await loadRouteFiles(join(import.meta.dirname, ".."));
/** Every route that names a thing of an account, but what is public by its address. */
const routes = files.flatMap(({ file, module }) => {
  const template = routeTemplate(file);
  if (!template.includes("{") || /^\/(p|quiz)\//.test(template)) return [];
  return methods.flatMap((method) => {
    const handler = module[method] as RouteHandler | undefined;
    return handler ? [{ name: `${method} ${template}`, method, template }] : [];
  });
});

/** What gets past validation, so that it is the thing itself that is missed; a route with a body that is not here fails. */
const bodies: Record<string, JsonObject> = {
  "PATCH /api/tasks/{id}": { content: "Mine now" },
  "PUT /api/tasks/{id}/status/validated": { status: "approved" },
  "POST /api/tasks/{id}/reject": { reason: "No" },
  "POST /api/tasks/{id}/regenerate": { feedback: "Longer" },
  "POST /api/tasks/{id}/assign": { user_id: null },
  "POST /api/tasks/{id}/comments": { body: "Hm" },
  "PATCH /api/tasks/{id}/comments/{commentId}": { resolved: true },
  "POST /api/tasks/{id}/snooze": { until: null },
  "PUT /api/tasks/{id}/presence": { visit: "visit-one" },
  "PUT /api/tasks/{id}/draft": {
    base: { revision: 1, sha256: "0".repeat(64) },
    changes: { content: "Mine now" },
    replaces: null,
  },
  "PATCH /api/members/{id}": { role: "viewer" },
};
const queries: Record<string, string> = {
  "GET /api/tasks/{id}/diff": "?from=1&to=1",
  "GET /api/concepts/{result_id}/export": "?format=png",
  "DELETE /api/tasks/{id}/presence": "?visit=visit-one",
};

let hub: TestHub;
let theirs: Ctx;
let api: TestApi;
let key: string;
/** The same kinds of name: of things that are the other account's, and of things that never were. */
const names: Record<"theirs" | "never", (template: string) => Record<string, string>> = {
  theirs: () => ({}),
  never: () => ({}),
};
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  api = await startTestApi(hub);
  ({ key } = await createTestKey(hub.ctx, [...scopes]));
  const task = await insertTaskIn(theirs, "awaiting_approval", { id: "a-task", taskSourceGroupId: "a-group" });
  const [view, otherKey] = await Promise.all([
    saveView(theirs, { name: "Mine", query: "" }),
    createKey(theirs, { name: "Mine", scopes: [...scopes] }),
  ]);
  const file = await insertArtifact(theirs, task.uid, "picture.png", "0".repeat(64));
  const uuid = crypto.randomUUID();
  names.theirs = (template) => ({
    id: nameOf(template, {
      task: "a-task",
      group: "a-group",
      view: view.id,
      key: otherKey.id,
      member: theirs.actor.id,
    }),
    result_id: conceptId(task.uid),
    number: "1",
    artifactId: file.id,
  });
  names.never = (template) => ({
    id: nameOf(template, { task: "b-task", group: "b-group", view: uuid, key: uuid, member: uuid }),
    result_id: conceptId(uuid),
    number: "1",
    artifactId: uuid,
  });
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

type Names = { task: string; group: string; view: string; key: string; member: string };

function nameOf(template: string, of: Names): string {
  if (template.startsWith("/api/groups/")) return of.group;
  if (template.startsWith("/api/views/")) return of.view;
  if (template.startsWith("/api/keys/")) return of.key;
  return template.startsWith("/api/members/") ? of.member : of.task;
}

async function ask({ name, method, template }: (typeof routes)[number], whose: "theirs" | "never") {
  const given = names[whose](template);
  const path = template.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(given[param] ?? "?"));
  const body = method === "GET" || method === "DELETE" ? undefined : JSON.stringify(bodies[name] ?? {});
  const response = await fetch(api.url + path + (queries[name] ?? ""), {
    method,
    headers: {
      "x-api-key": key,
      "x-request-id": "req_same",
      ...(body && { "content-type": "application/json" }),
      ...(method === "PATCH" && { "if-match": '"1"' }),
    },
    body,
  });
  const text = (await response.text()).replace(/"timestamp":"[^"]*"/, '"timestamp":""');
  const headers = [...response.headers].filter(([header]) => !/^(date|x-ratelimit-.*)$/.test(header));
  return { status: response.status, headers, text: text.replaceAll(given.id ?? "", "{id}") };
}

describe("a thing of another account", () => {
  it.each(routes)("is to $name, byte for byte, one that never was", async (route) => {
    const before = await readEverything(hub);
    const [foreign, missing] = [await ask(route, "theirs"), await ask(route, "never")];
    // A view is a person's, and so are drafts and being at the desk; a key is none.
    expect(foreign.status, foreign.text).toBe(/^.api.views.|.(presence|draft)$/.test(route.template) ? 403 : 404);
    expect(foreign).toEqual(missing);
    expect(await readEverything(hub)).toEqual(before);
  });

  it.each(["cancel", "delete", "regenerate"])("is not found by bulk-%s", async (verb) => {
    const before = await readEverything(hub);
    const answers = await Promise.all(
      ["a-task", "b-task"].map(async (id) => {
        const response = await fetch(`${api.url}/api/tasks/bulk-${verb}`, {
          method: "POST",
          headers: { "x-api-key": key, "content-type": "application/json" },
          body: JSON.stringify({ task_ids: [id], reason: "No" }),
        });
        return { status: response.status, text: (await response.text()).replaceAll(id, "{id}") };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.parse(answers[0]?.text ?? "")).toMatchObject({ success: false, not_found_count: 1, failed_count: 0 });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("is in no list, no count, no filter and no stream's replay", async () => {
    const get = async (path: string) => (await fetch(api.url + path, { headers: { "x-api-key": key } })).json();
    expect(await get("/api/tasks")).toMatchObject({ tasks: [], total: 0 });
    expect(await get("/api/tasks?task_ids=a-task,1&task_source_group_id=a-group")).toMatchObject({
      tasks: [],
      total: 0,
    });
    expect(await get("/api/tasks/count/total?task_source_ids=a")).toEqual({ total: 0 });
    expect(await get("/api/tasks/count/by-status")).toEqual({ counts: expect.anything(), total: 0 });
    expect(await get("/api/groups")).toEqual({ groups: [] });
    expect(await get("/api/tasks/queue/status")).toMatchObject({ pending_task_ids: [], queued_task_ids: [] });
  });
});

describe("two accounts that own the same task_id", () => {
  it("each see, change and delete their own", async () => {
    const other = await createTestKey(theirs, [...scopes]);
    const both = [key, other.key];
    const send = async (credential: string, method: string, path: string, body?: JsonObject) => {
      const response = await fetch(api.url + path, {
        method,
        headers: { "x-api-key": credential, ...(body && { "content-type": "application/json" }) },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null };
    };
    const topics = ["The first account's", "The second account's"];
    for (const [index, credential] of both.entries()) {
      const fields = { task_type: "blog_post", task_id: "task_001", topic: topics[index] ?? "" };
      expect(await send(credential, "POST", "/api/tasks", fields)).toMatchObject({ status: 201 });
    }
    for (const [index, credential] of both.entries()) {
      const read = await send(credential, "GET", "/api/tasks/task_001");
      expect(read.body).toMatchObject({ topic: topics[index] });
      const list = await send(credential, "GET", "/api/tasks?task_ids=task_001");
      expect(list.body.tasks.map((task: { topic: string }) => task.topic)).toEqual([topics[index]]);
    }
    expect((await send(key, "POST", "/api/tasks/task_001/cancel")).body.state).toBe("cancelled");
    expect((await send(other.key, "GET", "/api/tasks/task_001")).body.state).toBe("queued");
    expect((await send(key, "DELETE", "/api/tasks/task_001")).status).toBe(204);
    expect((await send(key, "GET", "/api/tasks/task_001")).status).toBe(404);
    expect((await send(other.key, "GET", "/api/tasks/task_001")).status).toBe(200);
  });
});

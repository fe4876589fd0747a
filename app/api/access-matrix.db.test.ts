import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApi, type TestApi } from "#app/_server/testing.ts";
import { badCallers, keyCallers, personCallers, type TestCaller } from "#app/_server/testing-callers.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { registerTestWorker } from "#domain/work/testing.ts";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import type { Access, RouteHandler } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";

/** Every route and what it needs. One that is not here fails. */
const expected: Record<Access, string[]> = {
  public: [
    ...["GET /health", "GET /health/live", "GET /api/health", "GET /metrics", "GET /api/openapi.json"],
    ...["POST /api/token", "POST /api/setup", "POST /api/invitations/accept", "POST /api/password-resets/complete"],
    ...["POST /api/password-resets", "GET /api/notifications/unsubscribe", "POST /api/notifications/unsubscribe"],
    ...["GET /p/{account}/rss.xml", "GET /p/{account}/atom.xml", "GET /p/{account}/feed.json"],
    ...["GET /p/{account}/sitemap.xml", "GET /p/{account}/files/{artifactId}"],
    // Whoever has a quiz's address may take it.
    "GET /quiz/{id}/answers/{questionId}",
    // Open to a signed address too, so it looks at the credential itself.
    "GET /api/tasks/{id}/artifacts/{artifactId}",
  ],
  account: [
    ...["GET /api/session", "PUT /api/session/account", "PUT /api/session/password"],
    "POST /api/session/sign-out-everywhere",
    // Each status has a right of its own: moves.db.test.ts.
    "PUT /api/tasks/{id}/status/validated",
  ],
  "tasks:read": [
    ...["GET /api/tasks", "GET /api/tasks/{id}", "GET /api/tasks/{id}/events", "GET /api/tasks/{id}/revisions"],
    "GET /api/tasks/{id}/blocks",
    ...["GET /api/tasks/{id}/revisions/{number}", "GET /api/tasks/{id}/diff", "GET /api/tasks/{id}/status-history"],
    ...["GET /api/tasks/count/total", "GET /api/tasks/count/by-status", "GET /api/tasks/types"],
    ...["GET /api/tasks/queue/status", "GET /api/tasks/stream", "GET /api/groups", "GET /api/groups/{id}"],
    "GET /api/tasks/export",
    ...["GET /api/concepts", "GET /api/concepts/task/{id}", "GET /api/concepts/{result_id}"],
    ...["GET /api/concepts/{result_id}/export", "GET /tasks", "GET /tasks/{id}", "GET /ws/tasks"],
    ...["GET /api/members", "GET /api/models", "GET /api/stats"],
    ...["GET /api/views", "POST /api/views", "DELETE /api/views/{id}"],
    ...["GET /api/notifications", "POST /api/notifications/read"],
    ...["GET /api/notifications/settings", "PUT /api/notifications/settings"],
    ...["GET /api/presence", "PUT /api/tasks/{id}/presence", "DELETE /api/tasks/{id}/presence"],
  ],
  "tasks:write": [
    ...["POST /api/tasks", "POST /api/tasks/bulk", "PATCH /api/tasks/{id}", "DELETE /api/tasks/{id}"],
    ...["POST /api/tasks/{id}/cancel", "POST /api/tasks/{id}/retry"],
    ...[
      "POST /api/tasks/bulk-cancel",
      "POST /api/tasks/bulk-delete",
      "POST /api/tasks/bulk-retry",
      "POST /api/tasks/bulk-priority",
      "POST /api/tasks/bulk-due",
      "POST /api/tasks/requeue-pending",
    ],
    ...["POST /task/requeue-pending", "POST /tasks", "DELETE /tasks/{id}", "POST /api/uploads"],
    ...["POST /api/concepts/generate-with-palettes", "POST /api/concepts/refine"],
    ...["GET /api/tasks/{id}/draft", "PUT /api/tasks/{id}/draft", "DELETE /api/tasks/{id}/draft"],
  ],
  "tasks:review": [
    ...["POST /api/tasks/{id}/approve", "POST /api/tasks/{id}/reject", "POST /api/tasks/{id}/regenerate"],
    ...["POST /api/tasks/{id}/unapprove", "POST /api/tasks/{id}/assign", "POST /api/tasks/{id}/comments"],
    ...["POST /api/tasks/{id}/snooze", "POST /api/tasks/{id}/recall", "PATCH /api/tasks/{id}/comments/{commentId}"],
    ...[
      "POST /api/tasks/bulk-review",
      "POST /api/tasks/bulk-assign",
      "POST /api/tasks/bulk-unapprove",
      "POST /api/tasks/bulk-regenerate",
    ],
  ],
  "tasks:publish": ["POST /api/tasks/{id}/publish", "POST /api/tasks/{id}/unpublish"],
  "account:admin": [
    ...["GET /api/keys", "POST /api/keys", "DELETE /api/keys/{id}", "PATCH /api/members/{id}"],
    ...["DELETE /api/members/{id}", "POST /api/members/invite", "POST /api/members/{id}/reset-link"],
    ...[
      "PUT /api/models",
      "POST /api/models/test",
      "GET /api/policies",
      "PUT /api/policies",
      "GET /api/audit",
      "GET /api/audit/check",
    ],
  ],
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const files = await loadRouteFiles(join(import.meta.dirname, ".."));
const routes = files.flatMap(({ file, module }) =>
  methods.flatMap((method) => {
    const handler = module[method] as RouteHandler | undefined;
    return handler
      ? [{ name: `${method} ${routeTemplate(file)}`, method, template: routeTemplate(file), handler }]
      : [];
  }),
);

let hub: TestHub;
let api: TestApi;
let bad: TestCaller[];
let keys: TestCaller[];
let people: TestCaller[];
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  [bad, keys, people] = await Promise.all([badCallers(hub), keyCallers(hub), personCallers(hub)]);
  // Without one the hub is not well; nobody beats for it, and all the callers may take longer than it would be thought alive.
  await registerTestWorker(hub.db, "worker");
  await hub.owner`update workers set heartbeat_at = now() + interval '1 hour'`;
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

const values: Record<string, string> = { number: "1", artifactId: crypto.randomUUID(), account: "nobody" };

/** What the route answers to a request about things that never were, with an empty body. */
async function ask({ method, template }: { method: string; template: string }, headers: Record<string, string>) {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "never-was");
  const body = method === "GET" || method === "DELETE" ? undefined : "{}";
  const response = await fetch(api.url + path, {
    method,
    headers: { ...headers, ...(body && { "content-type": "application/json" }) },
    body,
    redirect: "manual",
  });
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const answer = isJson ? ((await response.json()) as { error?: { code: string } }) : {};
  if (!isJson) await response.body?.cancel();
  return { status: response.status, code: answer.error?.code ?? null };
}

it("has every route, with the right that the contract names, and no other", () => {
  const found = Object.groupBy(routes, ({ handler }) => handler.spec.access);
  const named = Object.entries(found).map(([access, of]) => [access, of.map(({ name }) => name).sort()]);
  const wanted = Object.entries(expected).map(([access, of]) => [access, [...of].sort()]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(wanted));
});

/** What a person has and a key has not. */
const ofPeople = [
  ...["/api/views", "/api/views/{id}"],
  ...["/api/presence", "/api/tasks/{id}/presence", "/api/tasks/{id}/draft"],
  ...["/api/notifications", "/api/notifications/read", "/api/notifications/settings"],
];

describe.each(routes)("$name", (route) => {
  const { access } = route.handler.spec;

  it("answers each credential as its rights say", async () => {
    // What a person does to their sessions is felt by their other credentials.
    const persons = access === "account" ? await personCallers(hub) : people;
    for (const caller of [...bad, ...keys, ...persons]) {
      const { status, code } = await ask(route, caller.headers);
      const told = `${caller.name}: ${status} ${code}`;
      expect(status, told).toBeLessThan(500);
      if (access === "public") continue;
      if (!caller.scopes) expect([status, code], told).toEqual([401, "UNAUTHENTICATED"]);
      else if (access === "account") expect(status, told).not.toBe(401);
      else if (ofPeople.includes(route.template) && keys.includes(caller))
        expect([400, 403, 422], told).toContain(status);
      else if (caller.scopes.has(access)) expect([401, 403], told).not.toContain(status);
      else expect([status, code], told).toEqual([403, "FORBIDDEN"]);
    }
  });
});

describe("what is public", () => {
  const open = routes.filter(({ handler }) => handler.spec.access === "public");
  const guarded = ["GET /api/tasks/{id}/artifacts/{artifactId}"];

  it.each(open)("$name asks nobody who they are, unless it says so itself", async (route) => {
    const { status } = await ask(route, {});
    if (guarded.includes(route.name)) expect(status).toBe(401);
    else expect([401, 403]).not.toContain(status);
  });

  it("are metrics to this machine alone, and otherwise to who may read", async () => {
    const metrics = { method: "GET", template: "/metrics" };
    const elsewhere = { "x-forwarded-for": "203.0.113.7" };
    expect((await ask(metrics, elsewhere)).status).toBe(401);
    for (const { headers, scopes } of keys) {
      expect((await ask(metrics, { ...elsewhere, ...headers })).status).toBe(scopes?.has("tasks:read") ? 200 : 403);
    }
  });
});

it("a session cannot be used from another site's page", async () => {
  for (const { headers } of people.filter((caller) => "cookie" in caller.headers)) {
    const answer = await ask(
      { method: "POST", template: "/api/tasks" },
      { ...headers, origin: "https://evil.example" },
    );
    expect(answer).toEqual({ status: 403, code: "FORBIDDEN" });
  }
});

import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Json } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";
import { createRoute, json, type RouteHost } from "#lib/http/route.ts";

type Ctx = { name: string };

/** One caller who may read, behind the key `reader`; counts and answers are kept in memory. */
function memoryHost() {
  const counted: (string | null)[] = [];
  const kept = new Map<string, { status: number; body: Json }>();
  const host: RouteHost<Ctx> = {
    open: async (request) => {
      const key = request.headers.get("x-api-key");
      if (key === "revoked") throw new HubError("UNAUTHENTICATED", "This key is revoked");
      if (key !== "reader") return null;
      const quota = { subject: key, perMinute: 100, burst: 20 };
      return { ctx: { name: key }, profile: "course", scopes: new Set(["tasks:read"]), quota };
    },
    anonymous: () => ({ name: "anonymous" }),
    count: async (_, quota) => {
      counted.push(quota?.subject ?? null);
      return { "x-ratelimit-remaining": String(100 - counted.length) };
    },
    once: async (ctx, { route, key }, run) => {
      const before = kept.get(route + key);
      const answer = before ?? (await run(ctx));
      kept.set(route + key, answer);
      return { ...answer, replayed: before !== undefined };
    },
  };
  return { route: createRoute(host), counted };
}

let memory: ReturnType<typeof memoryHost>;
beforeEach(() => {
  memory = memoryHost();
});

const query = z.strictObject({ limit: z.coerce.number().optional() });
const body = z.strictObject({ title: z.string().optional() });
const responses = { 200: null };
const call = async (handler: ReturnType<typeof memory.route>, url = "/", init: RequestInit = {}) => {
  const response = await handler(new Request(`http://hub.test${url}`, init), { params: Promise.resolve({}) });
  return { status: response.status, headers: response.headers, body: await response.json() };
};
const reader = { headers: { "x-api-key": "reader" } };
const posted = (content: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  body: JSON.stringify(content),
  headers: { "content-type": "application/json", ...reader.headers, ...headers },
});

describe("access", () => {
  it("is checked before anything is read", async () => {
    const handler = memory.route({ summary: "", access: "tasks:read", query, responses }, async () => json({}));
    const nobody = await call(handler, "/?limit=x");
    expect([nobody.status, nobody.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await call(handler, "/?limit=x", { headers: { "x-api-key": "revoked" } })).status).toBe(401);
    expect((await call(handler, "/?limit=x", reader)).status).toBe(400);
    expect((await call(handler, "/?limit=1", reader)).status).toBe(200);
  });

  it("above the caller's rights is forbidden, by the right's name", async () => {
    const handler = memory.route({ summary: "", access: "account:admin", responses }, async () => json({}));
    expect(await call(handler, "/", reader)).toMatchObject({
      status: 403,
      body: { error: { code: "FORBIDDEN", details: { required_scope: "account:admin" } } },
    });
  });

  it("of the public needs nobody, and asks nobody", async () => {
    const handler = memory.route({ summary: "", access: "public", responses }, async ({ ctx }) => json(ctx));
    expect((await call(handler, "/", { headers: { "x-api-key": "revoked" } })).body).toEqual({ name: "anonymous" });
  });
});

describe("limits", () => {
  it("count each request once, a failed sign-in against its address, and some routes not at all", async () => {
    const handler = memory.route({ summary: "", access: "tasks:read", responses }, async () => json({}));
    const free = memory.route({ summary: "", access: "public", limited: false, responses }, async () => json({}));
    const answered = await call(handler, "/", reader);
    expect(answered.headers.get("x-ratelimit-remaining")).toBe("99");
    await call(handler, "/", { headers: { "x-api-key": "revoked" } });
    await call(free);
    expect(memory.counted).toEqual(["reader", null]);
  });
});

describe("the profile", () => {
  it("is the header's, then the caller's, then the path's", async () => {
    const spec = { summary: "", responses, profile: "inference" as const };
    const told = memory.route({ ...spec, access: "tasks:read" }, async ({ profile }) => json({ profile }));
    const open = memory.route({ ...spec, access: "public" }, async ({ profile }) => json({ profile }));
    expect((await call(open)).body.profile).toBe("inference");
    expect((await call(told, "/", reader)).body.profile).toBe("course");
    const chosen = { headers: { ...reader.headers, "x-api-profile": " Concepts " } };
    expect((await call(told, "/", chosen)).body.profile).toBe("concepts");
    expect((await call(open, "/", { headers: { "x-api-profile": "other" } })).status).toBe(400);
  });

  it("words errors too", async () => {
    const handler = memory.route({ summary: "", access: "tasks:read", query, responses }, async () => json({}));
    const refused = await call(handler, "/?limit=x", reader);
    expect(refused.body.detail).toBe(refused.body.error.message);
  });
});

describe("what is sent", () => {
  it("is refused when a query is doubled or unknown", async () => {
    const handler = memory.route({ summary: "", access: "public", query, responses }, async () => json({}));
    expect((await call(handler, "/?limit=1&limit=2")).body.error.details.field).toBe("limit");
    expect((await call(handler, "/?colour=blue")).body.error.details.field).toBe("colour");
    expect((await call(handler, "/?limit=")).status).toBe(200);
  });

  it("has no query where the route changes things and takes none", async () => {
    const handler = memory.route({ summary: "", access: "tasks:read", body, responses }, async () => json({}));
    const refused = await call(handler, "/?dry_run=true", posted({}));
    expect([refused.status, refused.body.error.details.field]).toEqual([400, "dry_run"]);
    expect((await call(handler, "/?", posted({}))).status).toBe(200);
  });

  it("is read once under an Idempotency-Key", async () => {
    let runs = 0;
    const handler = memory.route({ summary: "", access: "tasks:read", body, responses }, async () => {
      runs += 1;
      return json({ runs }, { status: 201 });
    });
    const first = await call(handler, "/", posted({ title: "a" }, { "idempotency-key": "k" }));
    const again = await call(handler, "/", posted({ title: "a" }, { "idempotency-key": "k" }));
    expect([first.status, again.status, again.body]).toEqual([201, 201, { runs: 1 }]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    await call(handler, "/", posted({ title: "a" }));
    expect(runs).toBe(2);
    const bad = await call(handler, "/", posted({}, { "idempotency-key": "x".repeat(256) }));
    expect(bad.body.error.details.field).toBe("Idempotency-Key");
  });

  it("answers with its request's id, and is not kept by caches", async () => {
    const handler = memory.route({ summary: "", access: "public", responses }, async () => json({}));
    const { headers } = await call(handler, "/", { headers: { "x-request-id": "abc-1" } });
    expect([headers.get("x-request-id"), headers.get("cache-control")]).toEqual(["abc-1", "no-store"]);
  });
});

import { describe, expect, it } from "vitest";
import { dispatch, isApiPath } from "#lib/http/dispatch.ts";
import { RouteTable } from "#lib/http/route-table.ts";

const table = new RouteTable();
table.add("api/tasks/route.ts", {
  GET: () => new Response("list"),
  POST: () => {
    throw new Error("select * from secrets at /srv/app/query.ts:3");
  },
});
table.add("tasks/[id]/route.ts", { GET: () => new Response("task") });
table.add("health/route.ts", { GET: () => new Response("fine") });

const ask = (path: string, method = "GET") => dispatch(table, new Request(`http://hub.test${path}`, { method }));
const failure = async (path: string, method?: string) => {
  const response = await ask(path, method);
  return { status: response.status, ...(await response.json()) };
};

describe("isApiPath", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/tasks", "/health", "/health/", "/tasks/%E0%A4%A"])(
    "%s is ours",
    (path) => {
      expect(isApiPath(table, path)).toBe(true);
    },
  );

  it.each(["/", "/queue", "/api/auth/session", "/api/auth", "/apiary", "/_next/static/x.js"])(
    "%s is Next's",
    (path) => {
      expect(isApiPath(table, path)).toBe(false);
    },
  );
});

describe("dispatch", () => {
  it("answers by the route's handler, HEAD by GET's, with and without a slash", async () => {
    expect(await (await ask("/api/tasks/")).text()).toBe("list");
    expect((await ask("/health", "HEAD")).status).toBe(200);
  });

  it("says what there is not, in the envelope", async () => {
    expect(await failure("/api/nothing")).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
    expect(await failure("/tasks/%E0%A4%A")).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
  });

  it("names the methods that there are", async () => {
    const options = await ask("/api/tasks", "OPTIONS");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    const refused = await ask("/api/tasks", "PUT");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });

  it("tells nothing of its insides", async () => {
    const { status, error, request_id: requestId } = await failure("/api/tasks", "POST");
    expect([status, error.code]).toEqual([500, "INTERNAL_ERROR"]);
    expect(JSON.stringify(error)).not.toMatch(/secrets|query\.ts/);
    expect(requestId).toMatch(/^req_/);
  });
});

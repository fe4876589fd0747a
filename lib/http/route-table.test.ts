import { expect, it } from "vitest";
import { allowedMethods, handlerFor, MalformedPathError, RouteTable } from "#lib/http/route-table.ts";

const files = [
  "api/tasks/route.ts",
  "api/tasks/[id]/route.ts",
  "api/tasks/[id]/events/route.ts",
  "api/tasks/count/total/route.ts",
  "api/(internal)/views/route.ts",
  "api/files/[...path]/route.ts",
  "docs/[[...page]]/route.ts",
  "health/route.ts",
  "p/[account]/feed.xml/route.ts",
];
const table = new RouteTable();
for (const file of files) table.add(file, { file });

it.each([
  ["/api/tasks", "api/tasks/route.ts", {}],
  ["/api/tasks/", "api/tasks/route.ts", {}],
  ["/api/tasks/t_1", "api/tasks/[id]/route.ts", { id: "t_1" }],
  ["/api/tasks/t_1/", "api/tasks/[id]/route.ts", { id: "t_1" }],
  ["/api/tasks/a%3Ab", "api/tasks/[id]/route.ts", { id: "a:b" }],
  ["/api/tasks/count/total", "api/tasks/count/total/route.ts", {}],
  ["/api/tasks/count/events", "api/tasks/[id]/events/route.ts", { id: "count" }],
  ["/api/views", "api/(internal)/views/route.ts", {}],
  ["/api/files/a/b%20c", "api/files/[...path]/route.ts", { path: ["a", "b c"] }],
  ["/docs", "docs/[[...page]]/route.ts", { page: [] }],
  ["/docs/api/errors", "docs/[[...page]]/route.ts", { page: ["api", "errors"] }],
  ["/p/acme/feed.xml", "p/[account]/feed.xml/route.ts", { account: "acme" }],
])("finds %s", (path, file, params) => {
  expect(table.find(path)).toMatchObject({ route: { file }, params });
});

it.each([
  ["/health", "/health"],
  ["/api/tasks/t_1/events", "/api/tasks/{id}/events"],
  ["/api/views", "/api/views"],
  ["/api/files/a/b", "/api/files/{path}"],
  ["/docs/api", "/docs/{page}"],
])("names %s after its template", (path, template) => {
  expect(table.find(path)?.template).toBe(template);
});

it.each(["/", "/api", "/api/files", "/api/tasks/t_1/nothing", "/api//tasks", "/p/acme"])(
  "finds nothing at %s",
  (path) => {
    expect(table.find(path)).toBeNull();
  },
);

it("refuses broken percent-encoding", () => {
  expect(() => table.find("/api/tasks/%E0%A4%A")).toThrow(MalformedPathError);
});

it("refuses two names for one segment", () => {
  expect(() => table.add("api/tasks/[task]/phases/route.ts", {})).toThrow("[id], [task]");
});

it("answers HEAD by GET, and nothing that is not a method", () => {
  const handler = () => new Response();
  const route = { GET: handler, POST: handler, dynamic: "force-dynamic", runtime: handler };
  expect(handlerFor(route, "HEAD")).toBe(handler);
  expect(handlerFor(route, "DELETE")).toBeNull();
  expect(handlerFor(route, "runtime")).toBeNull();
  expect(allowedMethods(route)).toBe("GET, HEAD, POST, OPTIONS");
});

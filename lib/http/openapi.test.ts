import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import { describeApi } from "#lib/http/openapi.ts";
import { examples } from "#lib/http/openapi-examples.ts";
import type { RouteSpec } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";

type Operation = {
  operationId: string;
  security?: unknown[];
  parameters?: { $ref?: string; name?: string }[];
  responses: Record<string, { description: string; headers?: object }>;
};

let operations: Map<string, Operation>;
let described: ReturnType<typeof describeApi>;
let specs: Map<string, RouteSpec<unknown, unknown, unknown>>;
beforeAll(async () => {
  const files = await loadRouteFiles(join(import.meta.dirname, "../../app"));
  described = describeApi(files, "https://hub.test");
  const paths = (described.paths ?? {}) as Record<string, Record<string, Operation>>;
  operations = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
  specs = new Map(
    files.flatMap(({ file, module }) =>
      Object.entries(module).flatMap(([method, handler]) =>
        typeof handler === "function" && "spec" in handler
          ? [[`${method} ${routeTemplate(file)}`, handler.spec as RouteSpec<unknown, unknown, unknown>] as const]
          : [],
      ),
    ),
  );
});

/** Where the contract is one way and the rule another. */
const excepted = [
  // Fixed segments come before parameters, in OpenAPI as in our table; the paths are the contract's.
  "no-ambiguous-paths #/paths/~1api~1concepts~1task~1{id}",
  // A WebSocket's only success is 101.
  "operation-2xx-response #/paths/~1ws~1tasks/get/responses",
  // A mail's link leads to a page; only the POST does anything.
  "operation-2xx-response #/paths/~1api~1notifications~1unsubscribe/get/responses",
];

it("is clean under Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const source = JSON.stringify(described);
  const problems = await lintFromString({ source, config, absoluteRef: "/openapi.json" });
  const found = problems.map(({ ruleId, location, message }) => ({ at: `${ruleId} ${location[0]?.pointer}`, message }));
  expect(found.filter(({ at }) => !excepted.includes(at))).toEqual([]);
});

describe("every route", () => {
  it("is described, under a name of its own", () => {
    expect([...operations.keys()].sort()).toEqual([...specs.keys()].sort());
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("names the codes of its own failures, under their statuses", () => {
    for (const [name, { errors = [] }] of specs) {
      const told = Object.values(operations.get(name)?.responses ?? {}).map(({ description }) => description);
      for (const code of errors) expect(told.join(", "), name).toContain(code);
    }
  });

  it("asks for a credential unless it is public", () => {
    for (const [name, { access, errors }] of specs) {
      const isPublic = access === "public";
      expect(operations.get(name)?.security, name).toEqual(isPublic ? [] : undefined);
      const refuses = !isPublic || errors?.includes("UNAUTHENTICATED") === true;
      expect(operations.get(name)?.responses[401] !== undefined, name).toBe(refuses);
    }
  });
});

it("every example belongs to an operation and to an answer that it has", () => {
  for (const [name, { responses = {} }] of Object.entries(examples)) {
    expect(Object.keys(operations.get(name)?.responses ?? {}), name).toEqual(
      expect.arrayContaining(Object.keys(responses)),
    );
  }
});

it("tells the headers that matter where they matter", () => {
  const parameters = (name: string) => operations.get(name)?.parameters?.map(({ $ref, name: own }) => $ref ?? own);
  const ref = (name: string) => `#/components/parameters/${name}`;
  expect(parameters("POST /api/tasks")).toEqual(
    expect.arrayContaining([ref("IdempotencyKey"), ref("AccountId"), ref("ApiProfile"), "dry_run"]),
  );
  expect(parameters("PATCH /api/tasks/{id}")).toContain(ref("IfMatch"));
  expect(parameters("GET /api/tasks/stream")).toContain(ref("LastEventId"));
  const headers = (name: string, status: string) => Object.keys(operations.get(name)?.responses[status]?.headers ?? {});
  expect(headers("GET /api/tasks/{id}", "200")).toEqual(
    expect.arrayContaining(["ETag", "X-Request-Id", "X-RateLimit-Remaining"]),
  );
  expect(headers("GET /api/tasks/{id}", "429")).toContain("Retry-After");
});

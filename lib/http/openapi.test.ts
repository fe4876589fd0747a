import { createConfig, lintFromString } from "@redocly/openapi-core";
import { beforeAll, expect, it } from "vitest";
import { loadRouteFiles, type RouteFile } from "#lib/http/load-routes.ts";
import { describeApi } from "#lib/http/openapi.ts";

let files: RouteFile[];
let document: ReturnType<typeof describeApi>;
beforeAll(async () => {
  files = await loadRouteFiles("app");
  document = describeApi(files, "http://hub.test");
});

it("is a valid OpenAPI 3.1 document", async () => {
  const rules = { struct: "error", "no-unresolved-refs": "error", "operation-operationId-unique": "error" } as const;
  const rest = {
    "path-parameters-defined": "error",
    "no-identical-paths": "error",
    "security-defined": "error",
  } as const;
  const config = await createConfig({ rules: { ...rules, ...rest } });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
});

const operations = () =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ path, method, operation })),
  );

it("describes every method of every route", () => {
  const methods = files.flatMap(({ module }) =>
    ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((name) => module[name]),
  );
  expect(operations()).toHaveLength(methods.length);
});

it("says for each what failures look like", () => {
  for (const { path, method, operation } of operations()) {
    const { responses } = operation as { responses: Record<string, unknown> };
    expect(responses, `${method} ${path}`).toMatchObject({ 400: {}, 500: {} });
  }
});

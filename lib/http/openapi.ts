import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { type ErrorCode, errorStatuses } from "#lib/errors.ts";
import type { RouteFile } from "#lib/http/load-routes.ts";
import type { RouteHandler, RouteSpec } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";
import { version } from "#lib/version.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(errorStatuses) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: z.record(z.string(), z.json()),
    }),
    timestamp: z.iso.datetime(),
    request_id: z.string(),
    detail: z.string().optional().meta({ description: "The message again, in the profiles course and concepts" }),
  })
  .meta({ id: "Error", description: "Every failure, whatever its status" });

/** The OpenAPI 3.1 document of the routes, from the very schemas that validate their requests. */
export function describeApi(routes: RouteFile[], serverUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const { file, module } of routes) {
    const path = routeTemplate(file);
    for (const method of methods) {
      const handler = module[method];
      if (!isDescribed(handler)) continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(handler.spec, method, path) };
    }
  }
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Oversight Hub",
      version,
      description: "Create content tasks, follow their generation, review, approve and publish what they make.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }, { bearer: [] }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "X-API-Key", description: "A key of the account" },
        bearer: { type: "http", scheme: "bearer", description: "A token of POST /api/token, or a key" },
      },
    },
  });
}

const tags = ["Tasks", "Review", "Groups", "Account", "Operation"];

function operation(
  spec: RouteSpec<unknown, unknown, unknown>,
  method: string,
  path: string,
): ZodOpenApiOperationObject {
  const body = spec.bodyDocument ?? spec.body;
  return {
    operationId: operationId(method, path),
    summary: spec.summary,
    tags: [tagOf(path)],
    ...(spec.access === "public" && { security: [] }),
    requestParams: {
      ...(isObject(spec.params) && { path: spec.params }),
      ...(isObject(spec.query) && { query: spec.query }),
    },
    ...(body && { requestBody: { required: !spec.optionalBody, content: { "application/json": { schema: body } } } }),
    responses: responses(spec, method),
  };
}

function responses(spec: RouteSpec<unknown, unknown, unknown>, method: string): ZodOpenApiOperationObject["responses"] {
  const answers = Object.entries(spec.responses).map(([status, schema]) => [
    status,
    schema
      ? { description: spec.summary, content: { [spec.responseType ?? "application/json"]: { schema } } }
      : { description: "Done; nothing to say" },
  ]);
  const byStatus = Map.groupBy(failuresOf(spec, method), ({ status }) => status);
  const failures = [...byStatus].map(([status, named]) => [
    String(status),
    {
      description: [...new Set(named.map(({ code }) => code))].join(", "),
      content: { "application/json": { schema: errorSchema } },
    },
  ]);
  return Object.fromEntries([...failures, ...answers]);
}

/** What the wrapper itself answers with, around what the route names. */
function failuresOf(spec: RouteSpec<unknown, unknown, unknown>, method: string): { status: number; code: ErrorCode }[] {
  const codes: ErrorCode[] = [...(spec.errors ?? []), "INTERNAL_ERROR", "SERVICE_UNAVAILABLE"];
  if (spec.access !== "public") codes.push("UNAUTHENTICATED", "FORBIDDEN");
  if (spec.limited !== false) codes.push("RATE_LIMITED");
  if (spec.body) codes.push("VALIDATION_ERROR", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
  if (spec.body && method === "POST" && spec.access !== "public") {
    codes.push("IDEMPOTENCY_IN_FLIGHT", "IDEMPOTENCY_MISMATCH");
  }
  return [{ status: 400, code: "VALIDATION_ERROR" }, ...codes.map((code) => ({ status: errorStatuses[code], code }))];
}

function isDescribed(handler: unknown): handler is RouteHandler {
  return typeof handler === "function" && "spec" in handler;
}

function isObject(schema: unknown): schema is z.ZodObject {
  return schema instanceof z.ZodObject;
}

function operationId(method: string, path: string): string {
  // `/tasks` and `/api/tasks` are two operations.
  const words = (path.startsWith("/api/") ? path.slice("/api/".length) : `root${path}`)
    .split(/[^A-Za-z]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function tagOf(path: string): string {
  if (/^\/(?:api\/)?(?:health|metrics|tasks\/queue|tasks\/requeue)|openapi/.test(path) || path.includes("/queue/"))
    return "Operation";
  if (path.startsWith("/api/groups")) return "Groups";
  if (/\/(?:approve|reject|regenerate|unapprove|publish|unpublish|assign|comments|validated|bulk-review)$/.test(path))
    return "Review";
  return /^\/(?:api\/)?(?:tasks|concepts|uploads)/.test(path) ? "Tasks" : "Account";
}

import * as z from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { type ErrorCode, errorStatuses } from "#lib/errors.ts";
import { examples } from "#lib/http/openapi-examples.ts";
import { isRepeatable, requestHeaders, responseHeaders } from "#lib/http/openapi-headers.ts";
import type { RouteSpec } from "#lib/http/route.ts";

type Spec = RouteSpec<unknown, unknown, unknown>;

const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(errorStatuses) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: jsonObjectSchema,
    }),
    timestamp: z.iso.datetime(),
    request_id: z.string(),
    detail: z.string().optional().meta({ description: "The message again, in the profiles course and concepts" }),
  })
  .meta({ id: "Error", description: "Every failure, whatever its status" });

/** One route and method, as OpenAPI 3.1 describes it. */
export function describeOperation(spec: Spec, method: string, path: string): ZodOpenApiOperationObject {
  const body = spec.bodyDocument ?? spec.body;
  const shown = examples[`${method} ${path}`];
  const headers = requestHeaders(spec, method);
  const media = { schema: body, ...(shown?.request && { examples: shown.request }) };
  return {
    operationId: operationId(method, path),
    summary: spec.summary,
    description: descriptionOf(spec),
    tags: [tagOf(path)],
    ...(spec.access === "public" && { security: [] }),
    requestParams: {
      ...(spec.params instanceof z.ZodObject && { path: spec.params }),
      ...(spec.query instanceof z.ZodObject && { query: spec.query }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: { required: !spec.optionalBody, content: { [spec.bodyType ?? "application/json"]: media } },
    }),
    responses: responses(spec, method, path),
  };
}

function descriptionOf(spec: Spec): string {
  const rights = {
    public: "Needs no credential.",
    account: "Needs any credential of the account.",
  };
  const right = rights[spec.access as keyof typeof rights] ?? `Needs the right \`${spec.access}\`.`;
  const profile = spec.profile
    ? ` Speaks the profile \`${spec.profile}\` unless header, key or token say otherwise.`
    : "";
  return [spec.description, right + profile].filter(Boolean).join("\n\n");
}

function responses(spec: Spec, method: string, path: string): ZodOpenApiOperationObject["responses"] {
  const shown = examples[`${method} ${path}`]?.responses;
  const answers = Object.entries(spec.responses).map(([status, schema]) => {
    const headers = responseHeaders(spec, method, Number(status), schema === anyTaskSchema);
    if (!schema || status === "204") return [status, { description: "Done; nothing to say", headers }];
    const media = { schema, ...(shown?.[Number(status)] && { examples: shown[Number(status)] }) };
    return [
      status,
      { description: spec.summary, headers, content: { [spec.responseType ?? "application/json"]: media } },
    ];
  });
  const byStatus = Map.groupBy(failuresOf(spec, method), ({ status }) => status);
  const failures = [...byStatus].map(([status, named]) => [
    String(status),
    {
      description: [...new Set(named.map(({ code }) => code))].join(", "),
      headers: responseHeaders(spec, method, status, false),
      content: {
        "application/json": { schema: errorSchema, ...(shown?.[status] && { examples: shown[status] }) },
      },
    },
  ]);
  return Object.fromEntries([...failures, ...answers]);
}

/** What the wrapper itself answers with, around what the route names. */
function failuresOf(spec: Spec, method: string): { status: number; code: ErrorCode }[] {
  const codes: ErrorCode[] = [...(spec.errors ?? []), "INTERNAL_ERROR", "SERVICE_UNAVAILABLE"];
  if (spec.access !== "public") codes.push("UNAUTHENTICATED", "FORBIDDEN");
  if (spec.limited !== false) codes.push("RATE_LIMITED");
  if (spec.body) codes.push("VALIDATION_ERROR", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
  if (isRepeatable(spec, method)) codes.push("IDEMPOTENCY_IN_FLIGHT", "IDEMPOTENCY_MISMATCH");
  return [{ status: 400, code: "VALIDATION_ERROR" }, ...codes.map((code) => ({ status: errorStatuses[code], code }))];
}

function operationId(method: string, path: string): string {
  // `/tasks` and `/api/tasks` are two operations.
  const words = (path.startsWith("/api/") ? path.slice("/api/".length) : `root${path}`)
    .split(/[^A-Za-z]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The order in which the reference shows its chapters. */
export const chapters = [
  "Tasks",
  "Review",
  "Groups",
  "Notifications",
  "Inference",
  "Concepts",
  "Published",
  "Account",
  "Operation",
];

/** What belongs to each chapter; the first whose paths match has the operation. */
export const tags = [
  {
    name: "Operation",
    description: "Health, metrics, and the queue.",
    paths: /^\/(?:api\/)?(?:health|metrics|tasks\/queue|tasks?\/requeue)|openapi|\/queue\//,
  },
  {
    name: "Review",
    description: "What people decide about what was made, and what goes live.",
    paths:
      /\/(?:approve|reject|regenerate|unapprove|publish|unpublish|assign|comments|validated|bulk-review|bulk-regenerate|diff|blocks)$|\/revisions/,
  },
  { name: "Concepts", description: "Logo concepts and their exports.", paths: /^\/api\/concepts/ },
  { name: "Inference", description: "The inference task API, at the top level.", paths: /^\/(?:tasks|ws)/ },
  { name: "Tasks", description: "Creating, following and ending tasks.", paths: /^\/api\/(?:tasks|uploads)/ },
  { name: "Groups", description: "Batches of tasks by their source group.", paths: /^\/api\/(?:groups|stats|views)/ },
  { name: "Notifications", description: "What one person is told of.", paths: /^\/api\/notifications/ },
  { name: "Published", description: "What anyone may read.", paths: /^\/p\// },
  { name: "Account", description: "Sign-in, keys, members, models and policies.", paths: /^/ },
] as const;

function tagOf(path: string): string {
  return tags.find(({ paths }) => paths.test(path))?.name ?? "Account";
}

import type * as z from "zod";
import type { Profile, Scope } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type ErrorCode, HubError, validationError } from "#lib/errors.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { errorResponse } from "#lib/http/error-response.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { defaultBodyLimit, readJsonBody } from "#lib/http/read-body.ts";
import { usePlainIssues } from "#lib/plain-issues.ts";

usePlainIssues();

/** `public`: anyone; `account`: any credential of an account; otherwise the right that is needed. */
export type Access = "public" | "account" | Scope;

export type RouteSpec<Params, Query, Body> = {
  /** One line for the reference. */
  summary: string;
  access: Access;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** An absent body reads as `{}`. */
  optionalBody?: boolean;
  /** What the reference shows where `body` is read by the domain itself. */
  bodyDocument?: z.ZodType;
  /** Bytes; 4 MiB unless said otherwise. */
  bodyLimit?: number;
  /** Bodies of the answers by HTTP status; null for an empty one. */
  responses: Record<number, z.ZodType | null>;
  /** `application/json` unless said otherwise. */
  responseType?: string;
  /** Codes beyond those that every route can answer with. */
  errors?: ErrorCode[];
  /** The profile of this path when neither header, key nor token says. */
  profile?: Profile;
};

export type RouteInput<Ctx, Params, Query, Body> = {
  ctx: Ctx;
  params: Params;
  query: Query;
  body: Body;
  profile: Profile;
  request: Request;
  requestId: string;
};

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** What a route file exports for each method; `spec` feeds the OpenAPI document and the access matrix. */
export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  spec: RouteSpec<unknown, unknown, unknown>;
};

/** How the application makes a caller of a request; null for none. */
export type RouteHost<Ctx> = {
  open: (
    request: Request,
    requestId: string,
  ) => Promise<{ ctx: Ctx; profile: Profile | null; scopes: ReadonlySet<Scope> } | null>;
  /** A context for routes that need no caller. */
  anonymous: (requestId: string) => Ctx;
};

/**
 * Makes the wrapper in which every route handler runs: it authenticates, authorises, validates, and words errors, so that
 * a handler is one call of the domain.
 */
export function createRoute<Ctx>(host: RouteHost<Ctx>) {
  return function route<Params = undefined, Query = undefined, Body = undefined>(
    spec: RouteSpec<Params, Query, Body>,
    handle: (input: RouteInput<Ctx, Params, Query, Body>) => Promise<Response>,
  ): RouteHandler {
    const run = async (request: Request, context: RouteContext): Promise<Response> => {
      const { requestId } = getClientInfo(request);
      let profile: Profile = spec.profile ?? "unified";
      try {
        profile = headerProfile(request) ?? profile;
        const caller = spec.access === "public" ? null : await host.open(request, requestId);
        if (caller) {
          profile = headerProfile(request) ?? caller.profile ?? profile;
          requireRight(caller.scopes, spec.access);
        } else if (spec.access !== "public") {
          throw new HubError("UNAUTHENTICATED", "Send an API key (X-API-Key) or a token (Authorization: Bearer)", {
            headers: { "www-authenticate": "Bearer" },
          });
        }
        const ctx = caller?.ctx ?? host.anonymous(requestId);
        const params = read(spec.params, pathParams(await context.params, profile), "query") as Params;
        const query = read(spec.query, queryOf(request), "query") as Query;
        const body = (spec.body ? await readBody(request, spec) : undefined) as Body;
        const response = await handle({ ctx, params, query, body, profile, request, requestId });
        response.headers.set("x-request-id", requestId);
        if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
        return response;
      } catch (error) {
        return errorResponse(error, requestId, profile);
      }
    };
    return Object.assign(run, { spec: spec as RouteSpec<unknown, unknown, unknown> });
  };
}

/** Each profile names tasks in its own way. */
function pathParams(params: Awaited<RouteContext["params"]>, profile: Profile): Awaited<RouteContext["params"]> {
  return typeof params.id === "string" ? { ...params, id: readers[profile].taskId(params.id) } : params;
}

/** A JSON answer. */
export function json(body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return Response.json(body, init);
}

function headerProfile(request: Request): Profile | null {
  const wanted = request.headers.get("x-api-profile")?.trim().toLowerCase();
  if (!wanted) return null;
  if (wanted === "unified" || wanted === "course" || wanted === "inference" || wanted === "concepts") return wanted;
  throw validationError(
    [{ path: "X-Api-Profile", message: "is none of unified, course, inference, concepts" }],
    "query",
  );
}

function requireRight(scopes: ReadonlySet<Scope>, access: Access): void {
  if (access === "public" || access === "account" || scopes.has(access)) return;
  throw new HubError("FORBIDDEN", `This needs the right ${access}`, { details: { required_scope: access } });
}

/** Doubled parameters are refused: which of them counts would be a guess. */
function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  const seen = new Set<string>();
  for (const name of searchParams.keys()) {
    if (seen.has(name)) throw validationError([{ path: name, message: "is given twice" }], "query");
    seen.add(name);
  }
  return Object.fromEntries([...searchParams].filter(([, value]) => value !== ""));
}

async function readBody(request: Request, spec: RouteSpec<unknown, unknown, unknown>): Promise<unknown> {
  const body = await readJsonBody(request, spec.bodyLimit ?? defaultBodyLimit, spec.optionalBody ?? false);
  return read(spec.body, withoutEmptyStrings(body), "body");
}

/** An empty string counts as absent (CONTRACT.md section 4). */
function withoutEmptyStrings(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ""));
}

function read(schema: z.ZodType | undefined, value: unknown, where: "query" | "body"): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw validationError(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not a field of this request" }))
        : [{ path: issue.path.join("."), message: issue.message }],
    ),
    where,
  );
}

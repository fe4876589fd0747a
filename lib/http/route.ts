import * as z from "zod";
import { type Profile, profiles, type Scope } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type ErrorCode, HubError, validationError } from "#lib/errors.ts";
import { answerOnce, type Once, readIdempotencyKey } from "#lib/http/answer-once.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { errorResponse } from "#lib/http/error-response.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { defaultBodyLimit, readJsonBody } from "#lib/http/read-body.ts";
import { validate } from "#lib/http/validate.ts";

/** `public`: anyone; `account`: any credential of an account; otherwise the right that is needed. */
export type Access = "public" | "account" | Scope;

export type RouteSpec<Params, Query, Body> = {
  /** One line for the reference. */
  summary: string;
  /** More of it, in Markdown. */
  description?: string;
  access: Access;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** An absent body reads as `{}`. */
  optionalBody?: boolean;
  /** What the reference shows where `body` is read by the domain itself. */
  bodyDocument?: z.ZodType;
  /** `application/json` unless said otherwise; the handler reads any other itself. */
  bodyType?: string;
  /** Bytes; 4 MiB unless said otherwise. */
  bodyLimit?: number;
  /** Bodies of the answers by HTTP status; null for an empty one. */
  responses: Record<number, z.ZodType | null>;
  /** `application/json` unless said otherwise. */
  responseType?: string;
  /** False: not counted against any rate limit (health, files that a page shows). */
  limited?: boolean;
  /**
   * True: it waits for another process, which would not see what it writes within the transaction that keeps answers under
   * an Idempotency-Key; so it runs before that.
   */
  apart?: boolean;
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

/** A caller of a route, as the application knows them. */
export type RouteCaller<Ctx> = { ctx: Ctx; profile: Profile | null; scopes: ReadonlySet<Scope>; quota: Quota };

/** Whose requests are counted, and how many they may be. */
export type Quota = { subject: string; perMinute: number; burst: number };

/** What the wrapper needs of the application. */
export type RouteHost<Ctx> = {
  /** The caller behind a request's credential; null for none. */
  open: (request: Request, requestId: string) => Promise<RouteCaller<Ctx> | null>;
  /** A context for routes that need no caller. */
  anonymous: (requestId: string) => Ctx;
  /** Counts a request against a quota, or without one against its address's; the headers that say so. */
  count: (request: Request, quota: Quota | null) => Promise<Record<string, string>>;
  once: Once<Ctx>;
};

type Spec = RouteSpec<unknown, unknown, unknown>;

/**
 * Makes the wrapper in which every route handler runs: it authenticates, authorises, limits, validates, and words errors,
 * so that a handler is one call of the domain.
 */
export function createRoute<Ctx>(host: RouteHost<Ctx>) {
  return function route<Params = undefined, Query = undefined, Body = undefined>(
    spec: RouteSpec<Params, Query, Body>,
    handle: (input: RouteInput<Ctx, Params, Query, Body>) => Promise<Response>,
  ): RouteHandler {
    const run = async (request: Request, context: RouteContext): Promise<Response> => {
      const { requestId } = getClientInfo(request);
      let profile: Profile = spec.profile ?? "unified";
      let limits: Record<string, string> = {};
      try {
        profile = headerProfile(request) ?? profile;
        const caller = await openCaller(host, spec as Spec, request, requestId);
        profile = headerProfile(request) ?? caller?.profile ?? profile;
        if (spec.limited !== false) limits = await host.count(request, caller?.quota ?? null);
        if (caller) requireRight(caller.scopes, spec.access);
        const params = (spec.params &&
          validate(spec.params, pathParams(await context.params, profile), "query")) as Params;
        const query = readQuery(spec as Spec, request) as Query;
        const raw = spec.body && (await readBody(request, spec as Spec));
        const body = (spec.body && validate(spec.body, raw, "body")) as Body;
        const answer = (ctx: Ctx) => handle({ ctx, params, query, body, profile, request, requestId });
        const key = request.method === "POST" ? readIdempotencyKey(request) : null;
        const response =
          caller && key && raw
            ? await answerOnce(host.once, caller.ctx, { request, key, body: raw, apart: spec.apart ?? false }, answer)
            : await answer(caller?.ctx ?? host.anonymous(requestId));
        return withHeaders(response, { ...limits, "x-request-id": requestId });
      } catch (error) {
        return withHeaders(errorResponse(error, requestId, profile), limits);
      }
    };
    return Object.assign(run, { spec: spec as Spec });
  };
}

async function openCaller<Ctx>(
  host: RouteHost<Ctx>,
  spec: Spec,
  request: Request,
  requestId: string,
): Promise<RouteCaller<Ctx> | null> {
  if (spec.access === "public") return null;
  try {
    const caller = await host.open(request, requestId);
    if (caller) return caller;
    throw new HubError("UNAUTHENTICATED", "Send an API key (X-API-Key) or a token (Authorization: Bearer)", {
      headers: { "www-authenticate": "Bearer" },
    });
  } catch (error) {
    if (!(error instanceof HubError) || error.status >= 500) throw error;
    // Guessing credentials is counted too, against the address.
    const limits = await host.count(request, null);
    const { code, message, status, details, headers } = error;
    throw new HubError(code, message, { status, details, headers: { ...limits, ...headers } });
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
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
  const known = profiles.find((profile) => profile === wanted);
  if (known) return known;
  throw validationError([{ path: "X-Api-Profile", message: `is none of ${profiles.join(", ")}` }], "query");
}

function requireRight(scopes: ReadonlySet<Scope>, access: Access): void {
  if (access === "public" || access === "account" || scopes.has(access)) return;
  throw new HubError("FORBIDDEN", `This needs the right ${access}`, { details: { required_scope: access } });
}

/**
 * What a route that changes things does not know is refused: whoever sends `dry_run` where there is none would have made
 * what they only wanted to try.
 */
function readQuery({ query }: Spec, request: Request): unknown {
  if (query) return validate(query, queryOf(request), "query");
  if (request.method !== "GET" && request.method !== "HEAD") validate(noQuery, queryOf(request), "query");
  return undefined;
}

const noQuery = z.strictObject({});

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

async function readBody(request: Request, spec: Spec): Promise<JsonObject> {
  const body = await readJsonBody(request, spec.bodyLimit ?? defaultBodyLimit, spec.optionalBody ?? false);
  return withoutEmptyStrings(body);
}

/** An empty string counts as absent. */
function withoutEmptyStrings(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ""));
}

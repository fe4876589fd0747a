import { HubError } from "#lib/errors.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { addCorsHeaders, optionsAnswer } from "#lib/http/cors.ts";
import { errorResponse } from "#lib/http/error-response.ts";
import { requestTimes } from "#lib/http/request-times.ts";
import { allowedMethods, handlerFor, MalformedPathError, type RouteTable } from "#lib/http/route-table.ts";

/** Whether a path is for the table of routes to answer; the rest is Next's: pages, its files, and next-auth. */
export function isApiPath(table: RouteTable, pathname: string): boolean {
  if (/^\/api\/auth(\/|$)/.test(pathname)) return false;
  if (/^\/api(\/|$)/.test(pathname)) return true;
  try {
    return table.find(pathname) !== null;
  } catch (error) {
    if (error instanceof MalformedPathError) return true;
    throw error;
  }
}

/** Answers a request by the exported handler of its route, or with the envelope that says why not. */
export async function dispatch(table: RouteTable, req: Request): Promise<Response> {
  const started = performance.now();
  const { response, template } = await answer(table, req);
  requestTimes.observe(req, template, response.status, (performance.now() - started) / 1000);
  return addCorsHeaders(req, response);
}

type Answer = { response: Response; template: string };

async function answer(table: RouteTable, req: Request): Promise<Answer> {
  const { requestId } = getClientInfo(req);
  let template = "unknown";
  const { pathname } = new URL(req.url);
  try {
    const match = table.find(pathname);
    if (!match) throw new HubError("NOT_FOUND", `There is nothing at ${pathname}`);
    template = match.template;
    const handler = handlerFor(match.route, req.method);
    if (handler) return { response: await handler(req, { params: Promise.resolve(match.params) }), template };
    const allow = allowedMethods(match.route);
    if (req.method === "OPTIONS") return { response: optionsAnswer(req, allow), template };
    throw new HubError("METHOD_NOT_ALLOWED", `${pathname} does not answer ${req.method}`, { headers: { allow } });
  } catch (error) {
    const malformed = error instanceof MalformedPathError;
    const told = malformed ? new HubError("VALIDATION_ERROR", error.message, { status: 400 }) : error;
    return { response: errorResponse(told, requestId), template };
  }
}

import { env } from "#lib/env.ts";

const exposed =
  "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id, Retry-After, ETag, Idempotency-Replayed";
const accepted =
  "Authorization, Content-Type, X-API-Key, X-Account-ID, X-Api-Profile, If-Match, Idempotency-Key, Last-Event-ID, X-Request-Id";

/** Lets pages of the origins in CORS_ORIGINS read an answer; others get no header, and their browsers refuse. */
export function addCorsHeaders(request: Request, response: Response): Response {
  const { CORS_ORIGINS } = env();
  if (CORS_ORIGINS.length === 0) return response;
  response.headers.append("vary", "Origin");
  const origin = request.headers.get("origin");
  if (!origin || !CORS_ORIGINS.includes(origin)) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", exposed);
  return response;
}

/** The answer to OPTIONS: the methods of a path, and to a preflight what may be sent. */
export function optionsAnswer(request: Request, allow: string): Response {
  const response = new Response(null, { status: 204, headers: { allow } });
  if (request.headers.has("access-control-request-method")) {
    response.headers.set("access-control-allow-methods", allow);
    response.headers.set("access-control-allow-headers", accepted);
    response.headers.set("access-control-max-age", "600");
  }
  return response;
}

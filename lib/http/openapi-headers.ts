import * as z from "zod";
import "zod-openapi";
import { profiles } from "#lib/contract/access.ts";
import type { RouteSpec } from "#lib/http/route.ts";

type Spec = RouteSpec<unknown, unknown, unknown>;

const accountId = z
  .uuid()
  .optional()
  .meta({
    description: "The account, for tokens of people who have several; with an API key it may be left out",
    param: { id: "AccountId" },
  });
const apiProfile = z
  .enum(profiles)
  .optional()
  .meta({
    description: "The vocabulary of request and answer; else the key's, the token's, or the path's own",
    param: { id: "ApiProfile" },
  });
const idempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .optional()
  .meta({
    description: "Makes a repeat within 24 hours the same request: it gets the first answer again",
    param: { id: "IdempotencyKey" },
  });
const ifMatch = z.string().meta({
  description: "The ETag of the task as it was read, so that no edit overwrites another",
  param: { id: "IfMatch" },
});
const lastEventId = z
  .string()
  .optional()
  .meta({
    description: "The id of the last event that was received; every one after it is sent first",
    param: { id: "LastEventId" },
  });

/** Headers that a route reads, beyond credentials. */
export function requestHeaders(spec: Spec, method: string): z.ZodObject | null {
  const shape = {
    ...(spec.access !== "public" && { "X-Account-ID": accountId, "X-Api-Profile": apiProfile }),
    ...(isRepeatable(spec, method) && { "Idempotency-Key": idempotencyKey }),
    ...(spec.errors?.includes("PRECONDITION_REQUIRED") && { "If-Match": ifMatch }),
    ...(spec.responseType === "text/event-stream" && { "Last-Event-ID": lastEventId }),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : null;
}

/** A POST with a body that is carried out once for its Idempotency-Key. */
export function isRepeatable(spec: Spec, method: string): boolean {
  return method === "POST" && spec.access !== "public" && Boolean(spec.body ?? spec.bodyDocument);
}

const header = <Schema extends z.ZodType>(schema: Schema, id: string, description: string) =>
  schema.optional().meta({ description, header: { id } });

const requestId = header(z.string(), "RequestId", "To quote when something went wrong");
const rateLimits = {
  "X-RateLimit-Limit": header(z.int(), "RateLimitLimit", "Requests a minute"),
  "X-RateLimit-Remaining": header(z.int(), "RateLimitRemaining", "Requests left in this minute"),
  "X-RateLimit-Reset": header(z.int(), "RateLimitReset", "Unix time in seconds at which the next minute begins"),
};
const etag = header(z.string(), "ETag", "The task's version, for If-Match");
const replayed = header(z.literal("true"), "IdempotencyReplayed", "This is the first answer again");
const retryAfter = header(z.int(), "RetryAfter", "Seconds to wait");
const authenticate = header(z.string(), "WwwAuthenticate", "How to authenticate");

/** Headers of an answer. */
export function responseHeaders(spec: Spec, method: string, status: number, answersTask: boolean): z.ZodObject {
  return z.object({
    "X-Request-Id": requestId,
    ...(spec.limited !== false && rateLimits),
    ...(answersTask && status < 300 && { ETag: etag }),
    ...(isRepeatable(spec, method) && status < 300 && { "Idempotency-Replayed": replayed }),
    ...((status === 429 || status === 503) && { "Retry-After": retryAfter }),
    ...(status === 401 && { "WWW-Authenticate": authenticate }),
  });
}

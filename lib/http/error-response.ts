import type { Profile } from "#lib/contract/access.ts";
import { errorCodes, isDatabaseAway } from "#lib/database-away.ts";
import { HubError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Words every failure in the contract's envelope; what is not a HubError is logged and told without its insides. */
export function errorResponse(thrown: unknown, requestId: string, profile: Profile | null = null): Response {
  const error = toHubError(thrown, requestId);
  const body: Record<string, unknown> = {
    error: { code: error.code, message: error.message, details: error.details },
    timestamp: new Date().toISOString(),
    request_id: requestId,
  };
  if (profile === "course" || profile === "concepts") body.detail = error.message;
  return Response.json(body, {
    status: error.status,
    headers: { "cache-control": "no-store", "x-request-id": requestId, ...error.headers },
  });
}

function toHubError(thrown: unknown, requestId: string): HubError {
  if (thrown instanceof HubError) return thrown;
  if (isHubErrorFromOtherGraph(thrown)) return thrown;
  if (isDatabaseAway(thrown)) {
    log.error({ request_id: requestId, err: thrown }, "the database cannot be reached");
    return new HubError("SERVICE_UNAVAILABLE", "The database cannot be reached; try again shortly", {
      headers: { "retry-after": "5" },
    });
  }
  if (isInvalidText(thrown)) {
    // Bodies are looked through when they are read, so this came in the address.
    return new HubError("VALIDATION_ERROR", "The address holds a character that no text here can have (U+0000)", {
      status: 400,
      details: { field: "", reason: "remove null characters" },
    });
  }
  log.error({ request_id: requestId, err: thrown }, "a request failed unexpectedly");
  return new HubError("INTERNAL_ERROR", "Something went wrong on our side; quote the request id when you report it");
}

/** Next's bundle has its own copy of the class. */
function isHubErrorFromOtherGraph(thrown: unknown): thrown is HubError {
  return thrown instanceof Error && thrown.name === "HubError" && "code" in thrown && "status" in thrown;
}

/** Postgres refuses U+0000 in text (22P05 in jsonb, 22021 in text). */
function isInvalidText(thrown: unknown): boolean {
  return errorCodes(thrown).some((code) => code === "22P05" || code === "22021");
}

import type { Actor } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** What the caller showed, and the limits that hang on it. */
export type Credential = {
  kind: "key" | "token" | "session";
  /** The key's id, or the user's: what is counted against a rate limit. */
  id: string;
  /** A key's own limits; null means the installation's. */
  limitPerMinute: number | null;
  limitBurst: number | null;
};

/** The actor of a request, with the credential that it came by. */
export type Caller = Actor & { credential: Credential };

export function unauthenticated(message: string): HubError {
  return new HubError("UNAUTHENTICATED", message, { headers: { "www-authenticate": "Bearer" } });
}

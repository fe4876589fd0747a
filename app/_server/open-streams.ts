import type { Actor } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** Live streams and sockets that one credential may have open in a web process; the credential of each is asked for anew. */
const mostOpen = 1_000;
const retryAfterSeconds = 30;

/** By key or user. */
const open = new Map<string, number>();

/**
 * Takes a place among a caller's open streams: what opens them is limited by the minute, but what stays open adds up.
 * @returns what gives the place back; calling it again does nothing
 * @throws HubError RATE_LIMITED with Retry-After
 */
export function takeStream({ type, id }: Pick<Actor, "type" | "id">, most = mostOpen): () => void {
  const subject = `${type}:${id}`;
  const count = open.get(subject) ?? 0;
  if (count >= most) {
    throw new HubError("RATE_LIMITED", `${count} live streams are open with this credential; close some first`, {
      details: { limit_open: most, retry_after: retryAfterSeconds },
      headers: { "retry-after": String(retryAfterSeconds) },
    });
  }
  open.set(subject, count + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (open.get(subject) ?? 1) - 1;
    if (left > 0) open.set(subject, left);
    else open.delete(subject);
  };
}

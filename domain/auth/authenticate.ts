import type { Database } from "#db/client.ts";
import { authenticateKey, keyPrefix } from "#domain/auth/authenticate-key.ts";
import { authenticateSession, authenticateToken } from "#domain/auth/authenticate-user.ts";
import { type Caller, unauthenticated } from "#domain/auth/caller.ts";
import { accountCookieName } from "#lib/auth/account-cookie.ts";
import { parseCookies } from "#lib/auth/cookies.ts";
import { requireSameOrigin } from "#lib/auth/same-origin.ts";
import { readSessionCookie } from "#lib/auth/session-cookie.ts";
import { HubError, validationError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** What of a request says who sent it; a Request is one. */
export type CredentialedRequest = { method: string; headers: Headers };

/**
 * Makes one caller of whatever credential a request carries: API key, JWT or session cookie, in this order. Null when it
 * carries none, or only a session cookie that has expired: what needs a caller says 401 then.
 * @throws HubError UNAUTHENTICATED, FORBIDDEN, VALIDATION_ERROR with 400 (the account header)
 */
export async function authenticate(
  db: Database,
  request: CredentialedRequest,
  origin: { clientIp: string | null; requestId: string | null },
): Promise<Caller | null> {
  try {
    return await identify(db, request);
  } catch (error) {
    if (error instanceof HubError) {
      log.info(
        { request_id: origin.requestId, client_ip: origin.clientIp, reason: error.message },
        "credential refused",
      );
    }
    throw error;
  }
}

async function identify(db: Database, request: CredentialedRequest): Promise<Caller | null> {
  const { headers } = request;
  const key = headers.get("x-api-key");
  if (key) return authenticateKey(db, key.trim(), accountHeader(headers));

  const authorization = headers.get("authorization");
  if (authorization) {
    const bearer = /^bearer +([^\s,]+)$/i.exec(authorization.trim())?.[1];
    if (!bearer) throw unauthenticated("Authorization must be: Bearer, a space, and a key or token");
    return bearer.startsWith(keyPrefix)
      ? authenticateKey(db, bearer, accountHeader(headers))
      : authenticateToken(db, bearer, accountHeader(headers));
  }

  const cookies = parseCookies(headers.get("cookie"));
  const session = await readSessionCookie(cookies);
  if (!session) return null;
  requireSameOrigin(request);
  return authenticateSession(db, session, accountHeader(headers), cookies.get(accountCookieName) ?? null);
}

/** Headers of one name arrive joined by commas; an account id has none. */
function accountHeader(headers: Headers): string | null {
  const value = headers.get("x-account-id")?.trim();
  if (!value) return null;
  if (!value.includes(",")) return value.toLowerCase();
  throw validationError([{ path: "X-Account-ID", message: "must be sent once" }], "query");
}

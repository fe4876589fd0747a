import type { Database } from "#db/client.ts";
import type { CredentialedRequest } from "#domain/auth/authenticate.ts";
import { findUserCredential } from "#domain/auth/credential-queries.ts";
import { parseCookies } from "#lib/auth/cookies.ts";
import { requireSameOrigin } from "#lib/auth/same-origin.ts";
import { readSessionCookie } from "#lib/auth/session-cookie.ts";

/**
 * The id of whoever is signed in in a browser, member of an account or not; null for nobody.
 * @throws HubError FORBIDDEN for what another site's page sends
 */
export async function findSessionUser(db: Database, request: CredentialedRequest): Promise<string | null> {
  const session = await readSessionCookie(parseCookies(request.headers.get("cookie")));
  if (!session) return null;
  requireSameOrigin(request);
  const user = await findUserCredential(db, session.sub);
  return user && !user.disabled && user.sessionVersion === session.sv ? user.id : null;
}

import { authenticate, type CredentialedRequest } from "#domain/auth/authenticate.ts";
import type { Ctx } from "#domain/context.ts";
import { isDatabaseAway } from "#lib/database-away.ts";

/**
 * Whether the credential that opened a stream would open it again: keys are revoked and people signed out meanwhile.
 * A database that is away refuses nobody: it tells the stream nothing either, and the next look decides.
 */
export async function isStillAllowed({ db, actor }: Ctx, request: CredentialedRequest): Promise<boolean> {
  try {
    const caller = await authenticate(db, request, { clientIp: null, requestId: null });
    return caller !== null && caller.accountId === actor.accountId && caller.scopes.has("tasks:read");
  } catch (error) {
    return isDatabaseAway(error);
  }
}

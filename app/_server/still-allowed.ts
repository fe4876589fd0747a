import { authenticate, type CredentialedRequest } from "#domain/auth/authenticate.ts";
import type { Ctx } from "#domain/context.ts";

/** Whether the credential that opened a stream would open it again: keys are revoked and people signed out meanwhile. */
export async function isStillAllowed({ db, actor }: Ctx, request: CredentialedRequest): Promise<boolean> {
  const caller = await authenticate(db, request, { clientIp: null, requestId: null });
  return caller !== null && caller.accountId === actor.accountId && caller.scopes.has("tasks:read");
}

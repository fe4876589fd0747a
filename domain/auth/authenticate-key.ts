import type { Database } from "#db/client.ts";
import { type Caller, unauthenticated } from "#domain/auth/caller.ts";
import { findKeyByHash, type KeyCredential, recordKeyUse } from "#domain/auth/credential-queries.ts";
import { hashSecretToken } from "#lib/auth/secret-token.ts";
import { type Scope, scopesByRole } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Every key begins so; it tells a key from a JWT. */
export const keyPrefix = "oh_";

/**
 * The caller behind an API key.
 * @throws HubError UNAUTHENTICATED for a key that is unknown, revoked, expired or without an owner; FORBIDDEN when
 *   `accountId` names another account than the key's.
 */
export async function authenticateKey(db: Database, key: string, accountId: string | null): Promise<Caller> {
  const found = key.startsWith(keyPrefix) ? await findKeyByHash(db, hashSecretToken(key)) : null;
  if (!found) throw unauthenticated("This API key is not valid");
  if (found.revoked) throw unauthenticated("This API key has been revoked");
  if (found.expired) throw unauthenticated("This API key has expired");
  const scopes = presentScopes(found);
  if (!scopes) throw unauthenticated("The owner of this API key has left the account; an admin can make a new one");
  if (accountId && accountId !== found.accountId) {
    throw new HubError("FORBIDDEN", "This API key belongs to another account than X-Account-ID names");
  }
  if (found.useUnrecorded) noteUse(db, found.id);
  return {
    type: "key",
    id: found.id,
    name: found.name,
    accountId: found.accountId,
    createdBy: `api_key_user_${found.accountId}`,
    userId: null,
    role: found.creatorRole,
    scopes,
    profile: found.profile,
    credential: { kind: "key", id: found.id, limitPerMinute: found.limitPerMinute, limitBurst: found.limitBurst },
  };
}

/**
 * A key has what it was given, as far as its creator still has it: whoever loses a role loses it in their keys too, and
 * whoever leaves takes them along (null). A key from the command line has no creator: whoever commands the machine made it.
 */
function presentScopes(key: KeyCredential): Set<Scope> | null {
  if (key.createdBy === null) return new Set(key.scopes);
  if (key.creatorRole === null || key.creatorDisabled) return null;
  const held = scopesByRole[key.creatorRole];
  return new Set(key.scopes.filter((scope) => held.includes(scope)));
}

const beingNoted = new Set<string>();

/** Beside the request, which does not wait for it; a use that could not be noted is noted the next time. */
function noteUse(db: Database, keyId: string): void {
  if (beingNoted.has(keyId)) return;
  beingNoted.add(keyId);
  recordKeyUse(db, keyId)
    .catch((error: unknown) => log.warn({ err: error, key_id: keyId }, "the use of a key was not noted"))
    .finally(() => beingNoted.delete(keyId));
}

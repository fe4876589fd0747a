import type { Database } from "#db/client.ts";
import { type Caller, type Credential, unauthenticated } from "#domain/auth/caller.ts";
import { findUserCredential, type UserCredential } from "#domain/auth/credential-queries.ts";
import { readAccessToken } from "#lib/auth/access-token.ts";
import type { SessionClaims } from "#lib/auth/session-cookie.ts";
import { type Profile, scopesByRole } from "#lib/contract/access.ts";
import { HubError, validationError } from "#lib/errors.ts";

/**
 * The caller behind a JWT of `POST /api/token`.
 * @param accountId what `X-Account-ID` says; it may be absent when the token names an account or the user has just one.
 * @throws HubError UNAUTHENTICATED, FORBIDDEN (not a member), VALIDATION_ERROR with 400 (which account?)
 */
export async function authenticateToken(db: Database, token: string, accountId: string | null): Promise<Caller> {
  const claims = await readAccessToken(token);
  if (!claims) throw unauthenticated("This token is not valid or has expired");
  const user = await presentUser(db, claims);
  const wanted = accountId ?? claims.account_id ?? onlyAccount(user);
  if (!wanted) {
    const message = "name one of your accounts: you are a member of several";
    throw validationError([{ path: "X-Account-ID", message }], "query");
  }
  return userCaller(user, wanted, "token", claims.profile ?? null);
}

/**
 * The caller behind a browser's session.
 * @param accountId what `X-Account-ID` says; it has to be one of theirs.
 * @param chosen the account of the switcher: a wish, as the cookie outlives the membership.
 * @throws HubError UNAUTHENTICATED, FORBIDDEN
 */
export async function authenticateSession(
  db: Database,
  session: SessionClaims,
  accountId: string | null,
  chosen: string | null,
): Promise<Caller> {
  const user = await presentUser(db, session);
  const wish = user.memberships.find((membership) => membership.accountId === chosen) ?? user.memberships[0];
  const wanted = accountId ?? wish?.accountId;
  if (!wanted) throw new HubError("FORBIDDEN", "You are not a member of any account");
  return userCaller(user, wanted, "session", null);
}

/** Signing out everywhere, a new password and being disabled all end what was issued before. */
async function presentUser(db: Database, { sub, sv }: { sub: string; sv: number }): Promise<UserCredential> {
  const user = await findUserCredential(db, sub);
  if (!user || user.disabled || user.sessionVersion !== sv) throw unauthenticated("You have been signed out");
  return user;
}

function onlyAccount(user: UserCredential): string | null {
  const [first, second] = user.memberships;
  if (!first) throw new HubError("FORBIDDEN", "You are not a member of any account");
  return second ? null : first.accountId;
}

function userCaller(
  user: UserCredential,
  accountId: string,
  kind: Credential["kind"],
  profile: Profile | null,
): Caller {
  const membership = user.memberships.find((candidate) => candidate.accountId === accountId);
  if (!membership) throw new HubError("FORBIDDEN", "You are not a member of this account");
  return {
    type: "user",
    id: user.id,
    name: user.name,
    accountId,
    createdBy: user.id,
    userId: user.id,
    role: membership.role,
    scopes: new Set(scopesByRole[membership.role]),
    profile,
    credential: { kind, id: user.id, limitPerMinute: null, limitBurst: null },
  };
}

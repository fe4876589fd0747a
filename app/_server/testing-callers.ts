import { encode } from "next-auth/jwt";
import { users } from "#db/schema/people.ts";
import { addTestMember } from "#domain/auth/testing.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";
import type { TestHub } from "#domain/tasks/testing.ts";
import { signAccessToken } from "#lib/auth/access-token.ts";
import { roles, type Scope, scopes, scopesByRole } from "#lib/contract/access.ts";
import { env } from "#lib/env.ts";

/** A credential of the test's account, and the rights that it carries; null for one that is none. */
export type TestCaller = { name: string; headers: Record<string, string>; scopes: ReadonlySet<Scope> | null };

/** What identifies nobody. */
export async function badCallers(hub: TestHub): Promise<TestCaller[]> {
  const revoked = await createKey(hub.ctx, { name: "revoked", scopes: [...scopes] });
  await revokeKey(hub.ctx, { id: revoked.id });
  const headers: Record<string, Record<string, string>> = {
    "no credential": {},
    "a key that never was": { "x-api-key": "oh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
    "a revoked key": { "x-api-key": revoked.key },
    "a token of nobody": { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0." },
    "a forged session": { cookie: "next-auth.session-token=forged" },
  };
  return Object.entries(headers).map(([name, given]) => ({ name, headers: given, scopes: null }));
}

/** A key for each single right. */
export function keyCallers(hub: TestHub): Promise<TestCaller[]> {
  return Promise.all(
    scopes.map(async (scope) => {
      const { key } = await createKey(hub.ctx, { name: scope, scopes: [scope] });
      return { name: `a key for ${scope}`, headers: { "x-api-key": key }, scopes: new Set([scope]) };
    }),
  );
}

/** A token and a session of a new person in each role: what one of them does to theirs, the others do not feel. */
export async function personCallers(hub: TestHub): Promise<TestCaller[]> {
  const callers = roles.flatMap((role) => ["token", "session"].map((kind) => ({ role, kind })));
  return Promise.all(
    callers.map(async ({ role, kind }) => {
      const email = `${role}-${crypto.randomUUID()}@example.com`;
      const [user] = await hub.db.insert(users).values({ email, name: role, passwordHash: "none" }).returning();
      if (!user) throw new Error("an insert returned no row");
      await addTestMember(hub.db, hub.ctx.actor.accountId, user.id, role);
      const claims = { sub: user.id, sv: user.sessionVersion };
      const headers: Record<string, string> =
        kind === "token"
          ? { authorization: `Bearer ${await signAccessToken(claims)}` }
          : { cookie: `next-auth.session-token=${await encode({ token: claims, secret: env().AUTH_SECRET })}` };
      return { name: `the ${kind} of a ${role}`, headers, scopes: new Set(scopesByRole[role]) };
    }),
  );
}

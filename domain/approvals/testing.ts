import { createHash } from "node:crypto";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createKeyForAccount } from "#domain/keys/create-key.ts";
import { setPolicy } from "#domain/policies/policies.ts";
import type { TestHub } from "#domain/tasks/testing.ts";
import { type Role, scopes } from "#lib/contract/access.ts";

/** A new member of the test's account. */
export async function addPerson(hub: TestHub, name: string, role: Role = "reviewer"): Promise<Ctx> {
  const { id } = await insertTestUser(hub.db, `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`);
  await hub.owner`update users set name = ${name} where id = ${id}`;
  await addTestMember(hub.db, hub.ctx.actor.accountId, id, role);
  return ctxOf(hub.db, hub.ctx.actor.accountId, id, role);
}

/** A caller with an API key: of this person, or of nobody. */
export async function withKey(hub: TestHub, owner: Ctx | null): Promise<Ctx> {
  const { accountId } = hub.ctx.actor;
  const name = `key ${createHash("sha256").update(crypto.randomUUID()).digest("hex").slice(0, 6)}`;
  const key = await createKeyForAccount(hub.db, { accountId, name, by: "a test" });
  if (owner) await hub.owner`update api_keys set created_by = ${owner.actor.userId} where id = ${key.id}`;
  const actor = {
    ...{ type: "key" as const, id: key.id, name, accountId, createdBy: `api_key_user_${accountId}` },
    ...{ userId: null, role: null, scopes: new Set(scopes), profile: null },
  };
  return { db: hub.db, actor, requestId: null };
}

/** Decides for blog posts. */
export function decide(
  hub: TestHub,
  policy: { approvals_needed?: number | null; allow_own_approval?: boolean | null },
) {
  return setPolicy(hub.ctx, { task_type: "blog_post", ...policy });
}

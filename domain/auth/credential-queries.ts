import type { Database } from "#db/client.ts";
import { poolOf } from "#db/pool-of.ts";
import type { Profile, Role, Scope } from "#lib/contract/access.ts";

export type KeyCredential = {
  id: string;
  name: string;
  accountId: string;
  scopes: Scope[];
  profile: Profile | null;
  limitPerMinute: number | null;
  limitBurst: number | null;
  revoked: boolean;
  expired: boolean;
  /** Its last use was written down more than a minute ago, or never. */
  useUnrecorded: boolean;
  createdBy: string | null;
  /** The creator's present role in the key's account; null when there is none. */
  creatorRole: Role | null;
  creatorDisabled: boolean;
};

export type UserCredential = {
  id: string;
  name: string;
  sessionVersion: number;
  disabled: boolean;
  /** Oldest first. */
  memberships: { accountId: string; role: Role }[];
};

/**
 * Who holds a credential is asked before any account is known, so these statements run in the system's scope. The
 * setting lasts for the one statement (`set_config` with is_local, outside of a transaction); the condition on it is a
 * one-time filter above the scans, so it is set before the first policy is asked. One round trip, prepared.
 */
const systemScope = "with scope as materialized (select set_config('hub.system', 'on', true) as system)";
const inScope = "(select system from scope) = 'on'";

const keyByHash = `${systemScope}
select k.id, k.name, k.account_id as "accountId", k.scopes, k.profile,
  k.limit_per_minute as "limitPerMinute", k.limit_burst as "limitBurst",
  k.revoked_at is not null as revoked, coalesce(k.expires_at <= now(), false) as expired,
  coalesce(k.last_used_at < now() - interval '1 minute', true) as "useUnrecorded",
  k.created_by as "createdBy", m.role as "creatorRole", u.disabled_at is not null as "creatorDisabled"
from api_keys k
left join users u on u.id = k.created_by
left join memberships m on m.account_id = k.account_id and m.user_id = k.created_by
where k.key_hash = $1 and ${inScope}`;

const userById = `${systemScope}
select u.id, u.name, u.session_version as "sessionVersion", u.disabled_at is not null as disabled,
  coalesce((
    select json_agg(json_build_object('accountId', m.account_id, 'role', m.role) order by m.created_at, m.account_id)
    from memberships m where m.user_id = u.id
  ), '[]'::json) as memberships
from users u
where u.id = $1 and ${inScope}`;

const recordUse = `${systemScope}
update api_keys set last_used_at = now()
where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute') and ${inScope}`;

export async function findKeyByHash(db: Database, keyHash: string): Promise<KeyCredential | null> {
  const [row] = await poolOf(db).unsafe<KeyCredential[]>(keyByHash, [keyHash], { prepare: true });
  return row ?? null;
}

export async function findUserCredential(db: Database, userId: string): Promise<UserCredential | null> {
  const [row] = await poolOf(db).unsafe<UserCredential[]>(userById, [userId], { prepare: true });
  return row ?? null;
}

/** Notes that a key was used, at most once a minute however many processes see it. */
export async function recordKeyUse(db: Database, keyId: string): Promise<void> {
  await poolOf(db).unsafe(recordUse, [keyId], { prepare: true });
}

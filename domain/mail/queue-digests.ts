import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, withAccount } from "#domain/context.ts";
import { writeMails } from "#domain/mail/write-mails.ts";
import { defaultSettings } from "#domain/notifications/settings.ts";
import { type Role, roles } from "#lib/contract/access.ts";

/** Hours after which a digest that nobody could send in time is left to the next day. */
const latest = 12;

type Wanted = { account_id: string; user_id: string; role: Role; slot: Date | string; since: Date | string };

/**
 * Queues the daily mail of everyone whose hour has come. The hour is taken by a conditional write, so that of several
 * workers one queues it; whether there is anything to tell is seen when it is sent.
 * @returns how many
 */
export async function queueDigests(db: Database, now = new Date()): Promise<number> {
  const at = now.toISOString();
  const unasked = roles.filter((role) => defaultSettings(role).digestHour !== null);
  const hour = defaultSettings("admin").digestHour;
  const wanted = await asSystem(db, (tx) =>
    tx.execute<Wanted>(sql`
      with chosen as (
        select m.account_id, m.user_id, m.role, m.created_at, s.last_digest_at,
          case when s.user_id is not null then s.digest_hour when m.role in ${unasked} then ${hour}::int end as hour
        from memberships m left join notification_settings s using (account_id, user_id)
      ), timed as (
        select *, date_trunc('day', ${at}::timestamptz, 'UTC') + hour * interval '1 hour' as slot
        from chosen where hour is not null
      )
      select account_id, user_id, role, slot, coalesce(last_digest_at, slot - interval '1 day') as since
      from timed
      where slot <= ${at}::timestamptz and slot > ${at}::timestamptz - ${latest} * interval '1 hour'
        and slot > created_at and (last_digest_at is null or last_digest_at < slot)
      limit 1000`),
  );
  let queued = 0;
  for (const digest of wanted) if (await queueOne(db, digest)) queued += 1;
  return queued;
}

async function queueOne(db: Database, { account_id: accountId, user_id: userId, role, ...times }: Wanted) {
  const [slot, since] = [new Date(times.slot).toISOString(), new Date(times.since).toISOString()];
  return withAccount(db, accountId, async (tx) => {
    const { mailed, digestHour } = defaultSettings(role);
    const taken = await tx.execute(sql`
      insert into notification_settings as s (account_id, user_id, mailed, digest_hour, last_digest_at)
      values (${accountId}, ${userId}, ${JSON.stringify(mailed)}::jsonb, ${digestHour}, ${slot}::timestamptz)
      on conflict (account_id, user_id) do update set last_digest_at = excluded.last_digest_at
        where s.last_digest_at is null or s.last_digest_at < excluded.last_digest_at
      returning user_id`);
    if (taken.length === 0) return false;
    const ctx = { db, tx, actor: systemActor(accountId, "digest"), requestId: null };
    const payload = { about: "digest" as const, userId, since };
    return writeMails(ctx, [{ payload, idempotencyKey: `mail:digest:${accountId}:${userId}:${slot}` }]);
  });
}

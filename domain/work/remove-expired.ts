import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { asSystem } from "#domain/context.ts";

/** Removes what has had its time: answers to repeated requests, throttling, visits, drafts, notices, workers and effects long done. */
export async function removeExpired(db: Database): Promise<void> {
  await asSystem(db, async (tx) => {
    await tx.execute(sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
    await tx.execute(sql`delete from attempt_windows where window_start < now() - interval '1 day'`);
    await tx.execute(sql`delete from notifications where created_at < now() - interval '90 days'`);
    await tx.execute(sql`delete from drafts where kept_at < now() - interval '30 days'`);
    await tx.execute(sql`delete from presence where seen_at < now() - interval '1 minute'`);
    await tx.execute(sql`delete from outbox where delivered_at < now() - interval '7 days'`);
    await tx.execute(sql`
      delete from workers w where heartbeat_at < now() - interval '1 day'
        and not exists (select from tasks t where t.worker_id = w.id and t.status = 'generating')`);
  });
}

import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { removeFilesLater } from "#domain/artifacts/remove-files-later.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, withAccount } from "#domain/context.ts";

/** Removes uploads that for 24 hours no task has taken and no draft names, or whose tasks are all gone. @returns how many */
export async function removeUnusedUploads(db: Database): Promise<number> {
  // By account, as the index has it.
  const unused = await asSystem(db, (tx) =>
    tx.execute<{ id: string; account_id: string }>(sql`
      select a.id, a.account_id from accounts join artifacts a on a.account_id = accounts.id and a.task_uid is null
      where a.role = 'upload' and a.created_at < now() - interval '24 hours' and not (${isTaken})
      limit 500`),
  );
  for (const upload of unused) await remove(db, upload.account_id, upload.id);
  return unused.length;
}

const isTaken = sql`exists (
  select from artifacts taken
  where taken.sha256 = a.sha256 and taken.account_id = a.account_id and taken.task_uid is not null
    and taken.role = 'upload' and taken.metadata->>'upload_id' = a.id::text)
  or exists (
  select from drafts d
  where d.account_id = a.account_id and strpos(coalesce(d.content, '') || coalesce(d.result::text, ''), a.id::text) > 0)`;

async function remove(db: Database, accountId: string, id: string): Promise<void> {
  await withAccount(db, accountId, async (tx) => {
    // Asked again: a task may have taken it since.
    const rows = await tx.execute<{ sha256: string; thumbnailSha256: string | null }>(sql`
      delete from artifacts a where a.account_id = ${accountId} and a.id = ${id} and not (${isTaken})
      returning sha256, thumbnail_sha256 as "thumbnailSha256"`);
    const ctx = { db, tx, actor: systemActor(accountId, "Oversight Hub"), requestId: null };
    await removeFilesLater(ctx, rows);
  });
}

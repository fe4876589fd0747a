import { drafts } from "#db/schema/drafts.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { ownDraft, requireEditor } from "#domain/drafts/own-draft.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import type { Draft } from "#lib/contract/draft.ts";

/** What the caller typed into a task and has not saved; null for nothing. */
export async function findDraft(ctx: Ctx, ref: TaskRef): Promise<Draft | null> {
  const userId = requireEditor(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    const [row] = await tx
      .select()
      .from(drafts)
      .where(ownDraft(ctx, uid, userId));
    if (!row) return null;
    return {
      base: { revision: row.baseRevision, sha256: row.baseSha256 },
      changes: { ...(row.content !== null && { content: row.content }), ...(row.result && { result: row.result }) },
      kept_at: row.keptAt.toISOString(),
    };
  });
}

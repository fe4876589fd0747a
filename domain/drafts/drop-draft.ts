import { and, eq } from "drizzle-orm";
import { drafts } from "#db/schema/drafts.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { draftChanged, ownDraft, requireEditor } from "#domain/drafts/own-draft.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";

/**
 * Throws a draft away; without one, nothing happens.
 * @param keptAt of the draft that is meant; null for whichever there is
 * @throws HubError PRECONDITION_FAILED when it is not the one that is kept now
 */
export async function dropDraft(ctx: Ctx, ref: TaskRef, keptAt: string | null): Promise<void> {
  const userId = requireEditor(ctx);
  await inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, ctx.actor.accountId, ref);
    const own = ownDraft(ctx, uid, userId);
    const [stored] = await tx.select({ keptAt: drafts.keptAt }).from(drafts).where(own).for("update");
    if (stored && keptAt !== null && stored.keptAt.getTime() !== Date.parse(keptAt)) {
      throw draftChanged("kept_at", stored.keptAt);
    }
    await tx.delete(drafts).where(own);
  });
}

/** The edit is saved, and its draft has had its time. What another window of the same person kept since stays. */
export async function endDraft(ctx: TxCtx, taskUid: string, keptAt: string): Promise<void> {
  const { userId } = ctx.actor;
  if (!userId) return;
  await ctx.tx.delete(drafts).where(and(ownDraft(ctx, taskUid, userId), eq(drafts.keptAt, new Date(keptAt))));
}

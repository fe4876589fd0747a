import { and, eq, sql } from "drizzle-orm";
import { drafts } from "#db/schema/drafts.ts";
import { revisions } from "#db/schema/history.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { draftChanged, ownDraft, requireEditor } from "#domain/drafts/own-draft.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import type { Draft, KeepDraft } from "#lib/contract/draft.ts";
import { validationError } from "#lib/errors.ts";

/**
 * Keeps what a person typed and has not saved, in place of the draft that it goes on from. It is no revision: nobody else
 * sees it, and nothing of the task changes.
 * @throws HubError PRECONDITION_FAILED when another window of theirs has kept a draft since; VALIDATION_ERROR for a base
 *   that is no revision of the task
 */
export async function keepDraft(ctx: Ctx, ref: TaskRef, input: KeepDraft): Promise<Pick<Draft, "kept_at">> {
  const userId = requireEditor(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    await requireRevision({ ...ctx, tx }, uid, input.base);
    const values = {
      baseRevision: input.base.revision,
      baseSha256: input.base.sha256,
      content: input.changes.content ?? null,
      result: input.changes.result ?? null,
    };
    const [row] = await tx
      .insert(drafts)
      .values({ accountId, taskUid: uid, userId, ...values, keptAt: sql`now()` })
      .onConflictDoUpdate({
        target: [drafts.accountId, drafts.taskUid, drafts.userId],
        // Two keepings of one millisecond are still told apart.
        set: { ...values, keptAt: sql`greatest(now(), ${drafts.keptAt} + interval '1 millisecond')` },
        setWhere: input.replaces === null ? sql`false` : eq(drafts.keptAt, new Date(input.replaces)),
      })
      .returning({ keptAt: drafts.keptAt });
    if (row) return { kept_at: row.keptAt.toISOString() };
    const [newer] = await tx
      .select({ keptAt: drafts.keptAt })
      .from(drafts)
      .where(ownDraft(ctx, uid, userId));
    throw draftChanged("replaces", newer?.keptAt ?? new Date());
  });
}

async function requireRevision({ tx, actor }: TxCtx, taskUid: string, base: Draft["base"]): Promise<void> {
  const [row] = await tx
    .select({ sha256: revisions.sha256 })
    .from(revisions)
    .where(
      and(
        eq(revisions.accountId, actor.accountId),
        eq(revisions.taskUid, taskUid),
        eq(revisions.number, base.revision),
      ),
    );
  if (row?.sha256 === base.sha256) return;
  throw validationError([
    { path: "base", message: "is not a revision of this task; read it again and send its revision" },
  ]);
}

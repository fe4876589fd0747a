import { and, eq } from "drizzle-orm";
import { revisions } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { currentRevision } from "#domain/tasks/decide.ts";
import { HubError } from "#lib/errors.ts";
import type { Draft } from "#task-types/retypeset.ts";

/**
 * What a revision of the task holds, the current one unless another is named.
 * @throws HubError REVISION_CHANGED where there is none
 */
export async function readRevision(ctx: TxCtx, task: TaskRow, number?: number): Promise<Draft> {
  const row = await findRevision(ctx, task.uid, number ?? currentRevision(task).revision);
  if (!row) throw new HubError("REVISION_CHANGED", "The task's revision is gone; read the task again");
  return row;
}

/** As readRevision, by its number; null for one that is not there. */
export async function findRevision({ tx, actor }: TxCtx, taskUid: string, number: number): Promise<Draft | null> {
  const [row] = await tx
    .select({ content: revisions.content, result: revisions.result })
    .from(revisions)
    .where(and(eq(revisions.accountId, actor.accountId), eq(revisions.taskUid, taskUid), eq(revisions.number, number)));
  return row ?? null;
}

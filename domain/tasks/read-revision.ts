import { and, eq } from "drizzle-orm";
import { revisions } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { currentRevision } from "#domain/tasks/decide.ts";
import { HubError } from "#lib/errors.ts";
import type { Draft } from "#task-types/retypeset.ts";

/** What the task's current revision holds. @throws HubError REVISION_CHANGED where there is none */
export async function readRevision(ctx: TxCtx, task: TaskRow): Promise<Draft> {
  const { revision } = currentRevision(task);
  const [row] = await ctx.tx
    .select({ content: revisions.content, result: revisions.result })
    .from(revisions)
    .where(
      and(
        eq(revisions.accountId, ctx.actor.accountId),
        eq(revisions.taskUid, task.uid),
        eq(revisions.number, revision),
      ),
    );
  if (!row) throw new HubError("REVISION_CHANGED", "The task's current revision is gone");
  return row;
}

import { and, eq, sql } from "drizzle-orm";
import { comments } from "#db/schema/history.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Says that a comment has been seen to, or that it has not after all; the comment itself stays.
 * @throws HubError NOT_FOUND for a comment that is not this task's
 */
export async function resolveComment(
  ctx: Ctx,
  ref: TaskRef,
  { commentId, resolved }: { commentId: string; resolved: boolean },
): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    const { tx, actor } = txCtx;
    const own = and(
      eq(comments.accountId, actor.accountId),
      eq(comments.taskUid, task.uid),
      eq(comments.id, commentId),
    );
    const [before] = isUuid(commentId) ? await tx.select().from(comments).where(own) : [];
    if (!before) throw new HubError("NOT_FOUND", "The task has no such comment");
    if ((before.resolvedAt !== null) === resolved) return;
    await tx
      .update(comments)
      .set({ resolvedAt: resolved ? sql`now()` : null })
      .where(own);
    await recordEvent(txCtx, task, {
      type: resolved ? "comment_resolved" : "comment_reopened",
      message: `${actor.name} ${resolved ? "resolved" : "reopened"} a comment of ${before.author.name}`,
      metadata: { comment_id: commentId },
    });
    await recordAudit(txCtx, {
      action: resolved ? "comment.resolve" : "comment.reopen",
      targetType: "task",
      targetId: task.id,
      detail: { comment_id: commentId },
    });
  });
}

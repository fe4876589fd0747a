import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { withdraw } from "#domain/publications/put-live.ts";
import { askMove } from "#domain/tasks/ask-move.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { changeSeenTask, moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/**
 * Takes the task's post off the public pages. A published task is approved again; one that was edited since, whose
 * earlier revision is still live, keeps its status. Also calls off a publication that is set for later.
 * @throws HubError INVALID_STATUS_TRANSITION when nothing of it is live or set for later
 */
export async function unpublishTask(ctx: Ctx, ref: TaskRef, input: { reason?: string } = {}): Promise<TaskDetail> {
  return askMove(ctx, "unpublish", ref, input, async (txCtx, task) => {
    const wasLive = await withdraw(txCtx, task.uid);
    const changes = { publishedUrl: null, publishedAt: null, publishAt: null };
    if (task.status === "published") await moveTask(txCtx, task, "unpublish", { set: changes, reason: input.reason });
    else if (wasLive || task.publishAt) await clear(txCtx, task, changes, wasLive, input.reason);
    else throw moveConflict(txCtx, task, "unpublish");
    await recordAudit(txCtx, {
      action: "task.unpublish",
      targetType: "task",
      targetId: task.id,
      detail: {
        path: task.publishedUrl,
        publish_at: task.publishAt?.toISOString() ?? null,
        reason: input.reason ?? null,
      },
    });
  });
}

async function clear(
  ctx: TxCtx,
  task: TaskRow,
  changes: Pick<TaskRow, "publishedUrl" | "publishedAt" | "publishAt">,
  wasLive: boolean,
  reason: string | undefined,
): Promise<void> {
  const row = await changeSeenTask(ctx, task, changes, "unpublish");
  const message = wasLive ? "Withdrawn from publication" : "Publication called off";
  await recordEvent(ctx, row, { type: "withdrawn", message, reason });
}

import { comments } from "#db/schema/history.ts";
import { actorRecord, type Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Adds a remark, on the whole or on a place within the current revision. */
export async function commentOnTask(
  ctx: Ctx,
  ref: TaskRef,
  input: { body: string; anchor?: JsonObject },
): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    await txCtx.tx.insert(comments).values({
      accountId: ctx.actor.accountId,
      taskUid: task.uid,
      revision: task.revision,
      body: input.body,
      anchor: input.anchor ?? null,
      author: actorRecord(ctx.actor),
    });
    await recordEvent(txCtx, task, { type: "comment", message: `${ctx.actor.name} commented` });
  });
}

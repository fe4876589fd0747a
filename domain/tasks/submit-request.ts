import { takeUploads } from "#domain/artifacts/take-uploads.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { requireVersion } from "#domain/tasks/edit-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveConflict } from "#domain/tasks/move-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Gives a task that was made without its fields what it waits for, and queues it. */
export async function submitRequest(
  ctx: Ctx,
  ref: TaskRef,
  input: { version: number; requestData: JsonObject },
): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
    requireVersion(task, input.version);
    if (task.status !== "pending") throw moveConflict(txCtx, task, "enqueue");
    const { request, taskType } = readNewTask({
      task_type: task.taskType,
      model_name: task.modelName,
      parameters: task.parameters,
      request_data: input.requestData,
    });
    await takeUploads(txCtx, [{ uid: task.uid, requestData: request, pathPrefix: "request_data." }]);
    await requeueTask(txCtx, task, "enqueue", {
      set: { requestData: request, title: request ? taskType.title(request) : "" },
    });
    await recordAudit(txCtx, { action: "task.submit_request", targetType: "task", targetId: task.id });
  });
}

import type { TaskRow } from "#db/schema/tasks.ts";
import { takeUploads } from "#domain/artifacts/take-uploads.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireBudget } from "#domain/budgets/require-budget.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { readAccountModels } from "#domain/models/read-settings.ts";
import { readApprovalPolicies } from "#domain/tasks/approval-policies.ts";
import { assessTask } from "#domain/tasks/assess-task.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { checkReferenceUrls } from "#domain/tasks/check-reference-urls.ts";
import type { TaskRequest } from "#domain/tasks/create-tasks.ts";
import { requireVersion } from "#domain/tasks/edit-task.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { checkAssignees, requestColumns } from "#domain/tasks/insert-tasks.ts";
import { moveConflict } from "#domain/tasks/move-task.ts";
import { type NewTask, readNewTask, type Tolerated } from "#domain/tasks/new-task.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { priorities } from "#lib/contract/status.ts";
import type { SeenVersion } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { validationError } from "#lib/errors.ts";

export type SubmitRequest = {
  /** The version that the caller read (If-Match). */
  version: SeenVersion;
  requestData: JsonObject;
  /** How the caller's vocabulary becomes the hub's, as at creation. */
  translate?: (body: JsonObject) => TaskRequest;
  tolerated?: Tolerated;
};

/**
 * Gives a task that was made without its fields what it waits for, and queues it. Everything is checked as if the task were
 * made now; a common field in `request_data` goes before what was said at its creation.
 * @throws HubError PRECONDITION_FAILED, INVALID_STATUS_TRANSITION, and all that creation throws
 */
export async function submitRequest(ctx: Ctx, ref: TaskRef, input: SubmitRequest): Promise<TaskDetail> {
  requireScope(ctx, "tasks:write");
  const requireMeant = (task: TaskRow, version: SeenVersion) => {
    requireVersion(task, version);
    if (task.status !== "pending") throw moveConflict(ctx, task, "enqueue");
  };
  const seen = await inAccount(ctx, (tx) => getTaskRow(tx, ctx.actor.accountId, ref));
  requireMeant(seen, input.version);
  const newTask = readSubmitted(ctx, seen, input);
  await checkReferenceUrls([newTask]);
  return changeTask(ctx, "tasks:write", { uid: seen.uid }, async (txCtx, task) => {
    requireMeant(task, seen.version);
    const { tx, actor } = txCtx;
    const policy = await readApprovalPolicies(tx, actor.accountId, [newTask]);
    const assessment = assessTask(newTask, await readAccountModels(tx, actor.accountId));
    await checkAssignees(txCtx, [newTask], () => "request_data.");
    await requireBudget(tx, actor.accountId, [assessment.estimatedCost]);
    await takeUploads(txCtx, [{ uid: task.uid, requestData: newTask.request, pathPrefix: "request_data." }]);
    const columns = requestColumns(newTask, policy, assessment);
    const warnings = [...new Set([...task.warnings, ...newTask.warnings])];
    const requiresApproval = task.requiresApproval || columns.requiresApproval;
    await requeueTask(txCtx, task, "enqueue", { set: { ...columns, warnings, requiresApproval } });
    await recordAudit(txCtx, { action: "task.submit_request", targetType: "task", targetId: task.id });
  });
}

/** @throws HubError VALIDATION_ERROR naming every bad field below `request_data` */
function readSubmitted(ctx: Ctx, task: TaskRow, { requestData, translate, tolerated }: SubmitRequest): NewTask {
  if (requestData.task_id) {
    throw validationError([{ path: "request_data.task_id", message: "cannot be changed; the task has its id" }]);
  }
  if (requestData.publish_at) requireScope(ctx, "tasks:publish");
  const asked = { task_type: task.taskType, request_data: requestData };
  const { body, warnings } = translate?.(asked) ?? { body: asked, warnings: [] };
  const standing = Object.entries(saidBefore(task)).filter(([field]) => !requestData[field]);
  return readNewTask({ ...Object.fromEntries(standing), ...body }, { tolerated, warnings });
}

/** The common fields that came with the task when it was made. */
function saidBefore(task: TaskRow): JsonObject {
  return {
    priority: priorities[task.priority] ?? null,
    task_source_name: task.taskSourceName,
    task_source_id: task.taskSourceId,
    task_source_group_id: task.taskSourceGroupId,
    model_name: task.modelName,
    models_by_phase: Object.keys(task.modelsByPhase).length > 0 ? task.modelsByPhase : null,
    quality_preference: task.qualityPreference,
    language: task.language,
    source_material: task.sourceMaterial,
    reference_urls: task.referenceUrls,
    notes_for_reviewer: task.notesForReviewer,
    assigned_to: task.assignedTo,
    due_at: task.dueAt?.toISOString() ?? null,
    publish_at: task.publishAt?.toISOString() ?? null,
    parameters: task.parameters,
    metadata: task.metadata,
  };
}

import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { taskEvents } from "#db/schema/history.ts";
import { type NewTaskRow, type TaskRow, tasks } from "#db/schema/tasks.ts";
import { takeUploads } from "#domain/artifacts/take-uploads.ts";
import { requireBudget } from "#domain/budgets/require-budget.ts";
import type { TxCtx } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { namesOfMembers } from "#domain/members/find-member.ts";
import { readAccountModels } from "#domain/models/read-settings.ts";
import { type ApprovalPolicies, asksApproval, readApprovalPolicies } from "#domain/tasks/approval-policies.ts";
import { type Assessment, assessTask } from "#domain/tasks/assess-task.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";
import { eventRow } from "#domain/tasks/record-event.ts";
import { requireQueueRoom } from "#domain/tasks/require-queue-room.ts";
import { priorities } from "#lib/contract/status.ts";
import { validationError } from "#lib/errors.ts";

/**
 * Inserts tasks with their events and jobs in set-based statements of the caller's transaction. A task whose id the
 * account already has is left out of the rows; `ids` are those of all, in order.
 */
export async function insertTasks(
  ctx: TxCtx,
  newTasks: NewTask[],
  pathOf = (_: number) => "",
): Promise<{ rows: TaskRow[]; ids: string[] }> {
  const policy = await readApprovalPolicies(ctx.tx, ctx.actor.accountId, newTasks);
  const models = await readAccountModels(ctx.tx, ctx.actor.accountId);
  await checkAssignees(ctx, newTasks, pathOf);
  await requireQueueRoom(ctx, newTasks.length);
  const assessed = newTasks.map((task) => ({ task, assessment: assessTask(task, models) }));
  const estimates = assessed.map(({ assessment }) => assessment.estimatedCost);
  await requireBudget(ctx.tx, ctx.actor.accountId, estimates);
  const rows = assessed.map(({ task, assessment }) => toRow(ctx, task, policy, assessment));
  const inserted = await ctx.tx
    .insert(tasks)
    .values(rows)
    .onConflictDoNothing({ target: [tasks.accountId, tasks.id] })
    .returning();
  const ids = rows.map((row) => row.id);
  if (inserted.length === 0) return { rows: [], ids };
  const places = new Map(rows.map((row, index) => [row.uid, pathOf(index)]));
  await takeUploads(
    ctx,
    inserted.map((row) => ({ ...row, pathPrefix: places.get(row.uid) })),
  );
  await ctx.tx.insert(taskEvents).values(inserted.flatMap((row) => creationEvents(ctx, row)));
  await enqueueGeneration(ctx.tx, inserted);
  return { rows: inserted, ids };
}

type InsertedRow = Omit<NewTaskRow, "queuedAt"> & { queuedAt: SQL | null };

function creationEvents(ctx: TxCtx, row: TaskRow) {
  const created = eventRow(
    ctx,
    { ...row, progress: 0 },
    { type: "created", toStatus: "pending", message: "Task pending" },
  );
  if (row.status === "pending") return [created];
  const message = `Task added to ${row.taskType} processing queue`;
  return [
    created,
    eventRow(ctx, row, { type: "move", move: "enqueue", fromStatus: "pending", toStatus: "queued", message }),
  ];
}

function toRow(ctx: TxCtx, task: NewTask, policy: ApprovalPolicies, assessment: Assessment): InsertedRow {
  const { common, taskType, request } = task;
  return {
    ...requestColumns(task, policy, assessment),
    uid: uuidv7(),
    accountId: ctx.actor.accountId,
    id: common.task_id ?? randomUUID(),
    taskType: taskType.name,
    status: request ? "queued" : "pending",
    jobId: request ? uuidv7() : null,
    queuedAt: request ? sql`now()` : null,
    progress: request ? 1 : 0,
    message: request ? "Waiting for a worker" : "Waiting for its fields",
    createdBy: ctx.actor.createdBy,
    createdByUserId: ctx.actor.userId,
  };
}

/** What a request says of its task. */
export function requestColumns(
  { common, taskType, request, ...task }: NewTask,
  policy: ApprovalPolicies,
  assessment: Assessment,
) {
  return {
    priority: priorities.indexOf(common.priority),
    title: request ? taskType.title(request) : "",
    requestData: request,
    requestSha256: task.requestSha256,
    language: common.language,
    sourceMaterial: common.source_material ?? null,
    referenceUrls: common.reference_urls,
    parameters: common.parameters,
    metadata: common.metadata,
    notesForReviewer: common.notes_for_reviewer ?? null,
    taskSourceName: common.task_source_name ?? null,
    taskSourceId: common.task_source_id ?? null,
    taskSourceGroupId: common.task_source_group_id ?? null,
    modelName: common.model_name ?? null,
    modelsByPhase: common.models_by_phase ?? {},
    qualityPreference: common.quality_preference,
    requiresApproval: asksApproval({ common, taskType }, policy),
    warnings: task.warnings,
    estimatedCost: assessment.estimatedCost,
    assignedTo: common.assigned_to ?? null,
    dueAt: common.due_at ? new Date(common.due_at) : null,
    publishAt: common.publish_at ? new Date(common.publish_at) : null,
  };
}

/** @throws HubError VALIDATION_ERROR for whoever is not a member */
export async function checkAssignees(
  ctx: TxCtx,
  newTasks: NewTask[],
  pathOf: (index: number) => string,
): Promise<void> {
  const wanted = [...new Set(newTasks.flatMap((task) => task.common.assigned_to ?? []))];
  if (wanted.length === 0) return;
  const members = await namesOfMembers(ctx.tx, ctx.actor.accountId, wanted);
  const issues = newTasks.flatMap((task, index) =>
    task.common.assigned_to && !members.has(task.common.assigned_to)
      ? { path: `${pathOf(index)}assigned_to`, message: "is not a member of this account" }
      : [],
  );
  if (issues.length > 0) throw validationError(issues);
}

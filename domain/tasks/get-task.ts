import { inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { selectHistories } from "#db/queries/task-histories.ts";
import { selectWithContent, type TaskWithContent } from "#db/queries/task-pages.ts";
import { tasks } from "#db/schema/tasks.ts";
import { readApprovals } from "#domain/approvals/read-approvals.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { availableActions } from "#domain/tasks/available-actions.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { costByPhase, toPhases } from "#domain/tasks/to-phases.ts";
import { toTaskEvent } from "#domain/tasks/to-task-event.ts";
import { toTaskSummary } from "#domain/tasks/to-task-summary.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { taskNotFound } from "#lib/errors.ts";

/** The whole task. @throws HubError TASK_NOT_FOUND */
export async function getTask(ctx: Ctx, ref: TaskRef): Promise<TaskDetail> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => readTaskDetail({ ...ctx, tx }, ref));
}

/** As getTask, in a transaction that is open: a verb answers with the task as it left it. */
export async function readTaskDetail(ctx: Ctx & { tx: Transaction }, ref: TaskRef): Promise<TaskDetail> {
  const { uid } = "uid" in ref ? ref : await getTaskRow(ctx.tx, ctx.actor.accountId, ref);
  const [task] = await readTaskDetails(ctx, [uid]);
  if (!task) throw taskNotFound();
  return task;
}

/** Whole tasks in the order of their uids, in as many round trips as one takes; those that are gone are left out. */
export async function readTaskDetails(ctx: Ctx & { tx: Transaction }, uids: string[]): Promise<TaskDetail[]> {
  const { tx, actor } = ctx;
  if (uids.length === 0) return [];
  const [rows, histories, approvals] = await Promise.all([
    selectWithContent(tx, actor.accountId, inArray(tasks.uid, uids)),
    selectHistories(tx, actor.accountId, uids),
    readApprovals(ctx, uids),
  ]);
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  return uids.flatMap((uid) => {
    const row = byUid.get(uid);
    const approval = approvals.get(uid);
    if (!row || !approval) return [];
    return {
      ...toTaskSummary(row),
      ...detailFields(row),
      phases: toPhases(row, histories.phases(uid)),
      costByPhase: costByPhase(histories.phases(uid)),
      events: histories.events(uid).map(toTaskEvent),
      comments: histories.comments(uid),
      currentRevision: histories.revisions(uid)[0] ?? null,
      approvals: approval.approvals,
      approvalRefused: approval.refused,
      availableActions: availableActions(row, actor.scopes, {
        mayApprove: approval.refused === null,
        hasEndorsed: approval.hasEndorsed,
      }),
    };
  });
}

function detailFields(row: TaskWithContent) {
  const { language, sourceMaterial, referenceUrls, parameters, metadata, notesForReviewer } = row;
  const { qualityPreference, modelsByPhase, requiresApproval, approvedSha256, feedback, blocks, errorDetails } = row;
  return {
    ...{ language, sourceMaterial, referenceUrls, parameters, metadata, notesForReviewer },
    ...{ qualityPreference, modelsByPhase, requiresApproval, approvedSha256, feedback, blocks, errorDetails },
  };
}

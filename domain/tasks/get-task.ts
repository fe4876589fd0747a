import { and, asc, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { selectWithContent, type TaskWithContent } from "#db/queries/task-pages.ts";
import { comments, phases, revisions, taskEvents } from "#db/schema/history.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { availableActions } from "#domain/tasks/available-actions.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { costByPhase, toPhases } from "#domain/tasks/to-phases.ts";
import { toTaskEvent } from "#domain/tasks/to-task-event.ts";
import { toTaskSummary } from "#domain/tasks/to-task-summary.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { taskNotFound } from "#lib/errors.ts";

const eventsShown = 100;

/** The whole task. @throws HubError TASK_NOT_FOUND */
export async function getTask(ctx: Ctx, ref: TaskRef): Promise<TaskDetail> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => readTaskDetail({ ...ctx, tx }, ref));
}

/** As getTask, in a transaction that is open: a verb answers with the task as it left it. */
export async function readTaskDetail(ctx: Ctx & { tx: Transaction }, ref: TaskRef): Promise<TaskDetail> {
  const { tx, actor } = ctx;
  const { uid } = "uid" in ref ? ref : await getTaskRow(tx, actor.accountId, ref);
  const ofTask = { accountId: actor.accountId, taskUid: uid };
  const [[row], phaseRows, eventRows, commentRows, revisionRows] = await Promise.all([
    selectWithContent(tx, actor.accountId, eq(tasks.uid, uid)),
    selectPhases(tx, ofTask),
    selectLatestEvents(tx, ofTask),
    selectComments(tx, ofTask),
    selectLatestRevision(tx, ofTask),
  ]);
  if (!row) throw taskNotFound();
  return {
    ...toTaskSummary(row),
    ...detailFields(row),
    phases: toPhases(row, phaseRows),
    costByPhase: costByPhase(phaseRows),
    events: eventRows.reverse().map(toTaskEvent),
    comments: commentRows,
    currentRevision: revisionRows[0] ?? null,
    availableActions: availableActions(row, actor.scopes),
  };
}

type OfTask = { accountId: string; taskUid: string };

function selectPhases(tx: Transaction, { accountId, taskUid }: OfTask) {
  return tx
    .select()
    .from(phases)
    .where(and(eq(phases.accountId, accountId), eq(phases.taskUid, taskUid)))
    .orderBy(asc(phases.round), asc(phases.ordinal));
}

function selectLatestEvents(tx: Transaction, { accountId, taskUid }: OfTask) {
  return tx
    .select()
    .from(taskEvents)
    .where(and(eq(taskEvents.accountId, accountId), eq(taskEvents.taskUid, taskUid)))
    .orderBy(desc(taskEvents.id))
    .limit(eventsShown);
}

function selectComments(tx: Transaction, { accountId, taskUid }: OfTask) {
  return tx
    .select()
    .from(comments)
    .where(and(eq(comments.accountId, accountId), eq(comments.taskUid, taskUid)))
    .orderBy(asc(comments.createdAt));
}

function selectLatestRevision(tx: Transaction, { accountId, taskUid }: OfTask) {
  return tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.accountId, accountId), eq(revisions.taskUid, taskUid)))
    .orderBy(desc(revisions.number))
    .limit(1);
}

function detailFields(row: TaskWithContent) {
  const { language, sourceMaterial, referenceUrls, parameters, metadata, notesForReviewer } = row;
  const { qualityPreference, modelsByPhase, requiresApproval, approvedSha256, feedback, errorDetails } = row;
  return {
    ...{ language, sourceMaterial, referenceUrls, parameters, metadata, notesForReviewer },
    ...{ qualityPreference, modelsByPhase, requiresApproval, approvedSha256, feedback, errorDetails },
  };
}

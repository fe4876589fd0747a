import mergePatch from "json-merge-patch";
import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope, type TxCtx } from "#domain/context.ts";
import { endDraft } from "#domain/drafts/drop-draft.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { currentRevision } from "#domain/tasks/decide.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { changeSeenTask, moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import { readRevision } from "#domain/tasks/read-revision.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { retypesetEdit } from "#domain/tasks/retypeset-edit.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { isApproved, madeStatuses } from "#lib/contract/status.ts";
import type { SeenVersion } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError, validationError } from "#lib/errors.ts";
import type { Draft } from "#task-types/retypeset.ts";
import { findTaskType } from "#task-types/schemas.ts";

export type EditTask = {
  /** The version that the editor read (If-Match). */
  version: SeenVersion;
  content?: string | null;
  /** RFC 7386 merge patch of the result. */
  result?: JsonObject;
  /** The number of an earlier revision that becomes the newest again, whole; instead of the two before. */
  restore?: number;
  note?: string;
  /** The `kept_at` of the caller's draft that this saves. */
  endsDraft?: string;
};

/**
 * Makes an edited revision. What was approved goes back to review; a published revision stays live until the edited one
 * is published. Typeset forms follow what they are made from: the type's `retypeset` makes them again.
 * @throws HubError PRECONDITION_FAILED when someone changed the task since; VALIDATION_ERROR when the result no longer
 *   fits its type, or a derived field is edited without its source.
 */
export async function editTask(ctx: Ctx, ref: TaskRef, input: EditTask): Promise<TaskDetail> {
  requireScope(ctx, "tasks:write");
  const seen = await inAccount(ctx, async (tx) => {
    const task = await getTaskRow(tx, ctx.actor.accountId, ref);
    requireEditable(ctx, task, input.version);
    const before = await readRevision({ ...ctx, tx }, task);
    const restored = input.restore === undefined ? null : await readEarlier({ ...ctx, tx }, task, input.restore);
    return { task, before, restored };
  });
  // Whatever was named, the draft is made from this version and replaces no later one.
  const requireMeant = (task: TaskRow) => requireEditable(ctx, task, seen.task.version);
  const edit = seen.restored
    ? { draft: seen.restored, degradedReasons: [], discard: async () => {} }
    : await retypesetEdit(ctx, { ...seen, after: patched(seen.task, seen.before, input) }, requireMeant);
  try {
    return await changeTask(ctx, "tasks:write", { uid: seen.task.uid }, async (txCtx, task) => {
      requireMeant(task);
      const draft = { ...edit.draft, result: checkedResult(task, edit.draft.result) };
      const revision = await addRevision(txCtx, task, { ...draft, ...originOf(input) });
      await applyEdit(txCtx, task, revision, edit.degradedReasons);
      if (input.endsDraft) await endDraft(txCtx, task.uid, input.endsDraft);
      await recordAudit(txCtx, {
        action: "task.edit",
        targetType: "task",
        targetId: task.id,
        detail: {
          revision: revision.number,
          sha256: revision.sha256,
          from_sha256: task.revisionSha256,
          ...(input.restore === undefined ? {} : { restored: input.restore }),
        },
      });
    });
  } catch (error) {
    await edit.discard();
    throw error;
  }
}

function requireEditable(ctx: Ctx, task: TaskRow, version: SeenVersion): void {
  requireVersion(task, version);
  if (!madeStatuses.includes(task.status)) {
    const remedy = task.status === "pending" ? "; send its request_data, which queues it" : "";
    throw moveConflict(ctx, task, "edit", `A task that is ${task.status} cannot be edited${remedy}`);
  }
}

function patched(task: TaskRow, before: Draft, { content, result }: EditTask): Draft {
  if (before.content !== null && content !== undefined && !content?.trim()) {
    throw validationError([{ path: "content", message: "cannot be emptied; delete the task, or reject it" }]);
  }
  return {
    content: content === undefined ? before.content : content,
    // The patch works in place, and what was before is still to be compared with.
    result: checkedResult(
      task,
      result ? (mergePatch.apply(structuredClone(before.result), result) as JsonObject) : before.result,
    ),
  };
}

/** @throws HubError PRECONDITION_FAILED */
export function requireVersion(task: TaskRow, version: SeenVersion): void {
  if (version === "any" || [version].flat().includes(task.version)) return;
  throw new HubError(
    "PRECONDITION_FAILED",
    "The task has changed since you read it; read it again and repeat the edit",
    {
      details: { field: "If-Match", reason: "is not the task's current ETag", current_etag: `"${task.version}"` },
    },
  );
}

function originOf({ restore, note }: EditTask): { origin: "edited" | "restored"; note: string | null } {
  if (restore === undefined) return { origin: "edited", note: note ?? null };
  return { origin: "restored", note: note ?? `Revision ${restore} again` };
}

/** An earlier revision with the files that it had; they were never taken away. @throws HubError VALIDATION_ERROR */
async function readEarlier(ctx: TxCtx, task: TaskRow, number: number): Promise<Draft> {
  const newest = currentRevision(task).revision;
  if (number < newest) return readRevision(ctx, task, number);
  const message = number === newest ? "is the newest already" : `must be the number of a revision, below ${newest}`;
  throw validationError([{ path: "restore_revision", message }]);
}

function checkedResult(task: TaskRow, result: JsonObject): JsonObject {
  const parsed = findTaskType(task.taskType)?.result.safeParse(result);
  if (!parsed || parsed.success) return result;
  throw validationError(
    parsed.error.issues.map((issue) => ({
      path: ["result", ...issue.path.map(String)].join("."),
      message: issue.message,
    })),
  );
}

async function applyEdit(
  ctx: TxCtx,
  task: TaskRow,
  revision: { number: number; sha256: string },
  degradedReasons: string[],
): Promise<void> {
  const set = {
    revision: revision.number,
    revisionSha256: revision.sha256,
    approvedSha256: null,
    approvedRevision: null,
    degraded: task.degraded || degradedReasons.length > 0,
    degradedReasons: [...new Set([...task.degradedReasons, ...degradedReasons])],
  };
  if (isApproved(task.status)) {
    await moveTask(ctx, task, "edit", { set, metadata: { revision: revision.number } });
    return;
  }
  // Who had approved the text before it was edited has not approved this one.
  const fresh = task.status === "awaiting_approval" ? { message: moveNamed("finish_for_review").message } : {};
  const row = await changeSeenTask(ctx, task, { ...set, ...fresh }, "edit");
  const message = `Revision ${revision.number} by ${ctx.actor.name}`;
  await recordEvent(ctx, row, { type: "edited", message, metadata: { revision: revision.number } });
}

import { and, eq } from "drizzle-orm";
import mergePatch from "json-merge-patch";
import { revisions } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { currentRevision } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { changeSeenTask, moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError, validationError } from "#lib/errors.ts";
import { findTaskType } from "#task-types/schemas.ts";

export type EditTask = {
  /** The version that the editor read (If-Match). */
  version: number;
  content?: string | null;
  /** RFC 7386 merge patch of the result. */
  result?: JsonObject;
  note?: string;
};

const staysAsItIs = ["awaiting_approval", "rejected", "completed"];

/**
 * Makes an edited revision. What was approved goes back to review; a published revision stays live until the edited one
 * is published.
 * @throws HubError PRECONDITION_FAILED when someone changed the task since; VALIDATION_ERROR when the result no longer
 *   fits its type.
 */
export async function editTask(ctx: Ctx, ref: TaskRef, input: EditTask): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
    requireVersion(task, input.version);
    if (!staysAsItIs.includes(task.status) && task.status !== "approved" && task.status !== "published") {
      throw moveConflict(txCtx, task, "edit");
    }
    const before = await readRevision(txCtx, task);
    const content = input.content === undefined ? before.content : input.content;
    const result = checkedResult(
      task,
      input.result ? (mergePatch.apply(before.result, input.result) as JsonObject) : before.result,
    );
    const revision = await addRevision(txCtx, task, { content, result, origin: "edited", note: input.note ?? null });
    await applyEdit(txCtx, task, revision);
    await recordAudit(txCtx, {
      action: "task.edit",
      targetType: "task",
      targetId: task.id,
      detail: { revision: revision.number, sha256: revision.sha256, from_sha256: task.revisionSha256 },
    });
  });
}

/** @throws HubError PRECONDITION_FAILED */
export function requireVersion(task: TaskRow, version: number): void {
  if (task.version === version) return;
  throw new HubError(
    "PRECONDITION_FAILED",
    "The task has changed since you read it; read it again and repeat the edit",
    {
      details: { field: "If-Match", reason: "is not the task's current ETag", current_etag: `"${task.version}"` },
    },
  );
}

async function readRevision(ctx: TxCtx, task: TaskRow) {
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

async function applyEdit(ctx: TxCtx, task: TaskRow, revision: { number: number; sha256: string }): Promise<void> {
  const set = {
    revision: revision.number,
    revisionSha256: revision.sha256,
    approvedSha256: null,
    approvedRevision: null,
  };
  if (!staysAsItIs.includes(task.status)) {
    await moveTask(ctx, task, "edit", { set, metadata: { revision: revision.number } });
    return;
  }
  const row = await changeSeenTask(ctx, task, set, "edit");
  const message = `Revision ${revision.number} by ${ctx.actor.name}`;
  await recordEvent(ctx, row, { type: "edited", message, metadata: { revision: revision.number } });
}

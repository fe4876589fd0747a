import { sql } from "drizzle-orm";
import type { reviews } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { actorRecord, type TxCtx } from "#domain/context.ts";
import { addHistory } from "#domain/kept-history.ts";
import { HubError } from "#lib/errors.ts";

export type Decision = (typeof reviews.$inferInsert)["decision"];

/** Writes down a decision on the revision that the task has now. */
export async function recordReview(
  ctx: TxCtx,
  task: TaskRow,
  decision: Decision,
  reason: string | null = null,
): Promise<void> {
  const { revision, revisionSha256 } = currentRevision(task);
  const row = {
    accountId: ctx.actor.accountId,
    taskUid: task.uid,
    decision,
    revision,
    sha256: revisionSha256,
    reason,
    actor: actorRecord(ctx.actor),
    // The caller holds the task: decisions on it stand in the order in which they took effect, not began.
    createdAt: sql`clock_timestamp()`,
  };
  await addHistory(ctx, { reviews: [row] });
}

/** @throws HubError REVISION_CHANGED for a task that has no revision to decide on. */
export function currentRevision(task: TaskRow): { revision: number; revisionSha256: string } {
  const { revision, revisionSha256 } = task;
  if (revision === null || revisionSha256 === null) {
    throw new HubError("REVISION_CHANGED", "The task has no revision yet", { details: { current_sha256: null } });
  }
  return { revision, revisionSha256 };
}

/**
 * Approval and rejection are of what the reviewer read: the hash that they saw must be the current one.
 * @param seen the revision's SHA-256, or absent for "whatever is current".
 */
export function requireSeenRevision(task: TaskRow, seen: string | undefined): void {
  if (seen === undefined || seen === task.revisionSha256) return;
  throw new HubError("REVISION_CHANGED", "The content has changed since you read it; read the current revision", {
    details: {
      field: "revision_sha256",
      reason: "is not the current revision",
      current_sha256: task.revisionSha256,
      current_revision: task.revision,
    },
  });
}

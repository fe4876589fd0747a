import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import type { LiveRevision } from "#domain/publications/put-live.ts";
import { revisionSha256 } from "#domain/tasks/add-revision.ts";
import { findRevision } from "#domain/tasks/read-revision.ts";
import { HubError } from "#lib/errors.ts";

/**
 * The revision that was approved, and is the current one, and still says what was approved: its hash is computed anew
 * from the content that will go out, not taken from the row.
 * @throws HubError REVISION_CHANGED
 */
export async function getApprovedRevision(ctx: TxCtx, task: TaskRow): Promise<LiveRevision> {
  const { approvedSha256, approvedRevision } = task;
  if (approvedSha256 === null || approvedRevision === null || approvedSha256 !== task.revisionSha256) {
    throw revisionChanged(task);
  }
  const row = await findRevision(ctx, task.uid, approvedRevision);
  if (!row || revisionSha256(row) !== approvedSha256) throw revisionChanged(task);
  const { title } = row.result;
  return {
    revision: approvedRevision,
    sha256: approvedSha256,
    title: typeof title === "string" && title.trim() ? title.trim() : task.title,
  };
}

function revisionChanged(task: TaskRow): HubError {
  return new HubError("REVISION_CHANGED", "The content is not the revision that was approved; approve it again", {
    details: { approved_sha256: task.approvedSha256, current_sha256: task.revisionSha256 },
  });
}

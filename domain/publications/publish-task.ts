import { eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { getApprovedRevision } from "#domain/publications/approved-revision.ts";
import { postPath } from "#domain/publications/post-path.ts";
import { putLive } from "#domain/publications/put-live.ts";
import { schedulePublication } from "#domain/publications/schedule-publication.ts";
import { askMove } from "#domain/tasks/ask-move.ts";
import { requireSeenRevision } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

export type PublishTask = {
  /** A time to come: the task publishes itself then, once it is approved. Absent, null or past: now. */
  publishAt?: Date | null;
  /** The revision that the caller read: another one is not published. */
  revisionSha256?: string;
  reason?: string;
  metadata?: JsonObject;
};

/**
 * Puts the approved revision on the account's public pages, in place of one that is live already.
 * @throws HubError INVALID_STATUS_TRANSITION when the task is not approved; REVISION_CHANGED when what would go out is
 *   not what was approved
 */
export async function publishTask(ctx: Ctx, ref: TaskRef, input: PublishTask = {}): Promise<TaskDetail> {
  return askMove(ctx, "publish", ref, input, async (txCtx, task) => {
    const { publishAt } = input;
    if (publishAt && publishAt > new Date()) await schedulePublication(txCtx, task, publishAt);
    else await publishNow(txCtx, task, input);
  });
}

/** The same for a task that the caller holds locked. */
async function publishNow(ctx: TxCtx, task: TaskRow, input: PublishTask = {}): Promise<void> {
  if (task.status !== "approved") throw moveConflict(ctx, task, "publish");
  requireSeenRevision(task, input.revisionSha256);
  const live = await getApprovedRevision(ctx, task);
  const publishedUrl = postPath(await accountSlug(ctx), await putLive(ctx, task, live));
  await moveTask(ctx, task, "publish", {
    only: eq(tasks.approvedSha256, live.sha256),
    set: { publishedUrl, publishedAt: sql`now()`, publishAt: null },
    reason: input.reason,
    metadata: { ...input.metadata, revision: live.revision, path: publishedUrl },
  });
  await recordAudit(ctx, {
    action: "task.publish",
    targetType: "task",
    targetId: task.id,
    detail: { revision: live.revision, sha256: live.sha256, path: publishedUrl },
  });
}

async function accountSlug(ctx: TxCtx): Promise<string> {
  const [account] = await ctx.tx
    .select({ slug: accounts.slug })
    .from(accounts)
    .where(eq(accounts.id, ctx.actor.accountId));
  if (!account) throw new Error("an actor's account is always there");
  return account.slug;
}

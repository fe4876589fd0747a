import { and, asc, eq, isNull } from "drizzle-orm";
import { comments } from "#db/schema/history.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { placeComments } from "#domain/tasks/place-comments.ts";
import { readRevision } from "#domain/tasks/read-revision.ts";
import type { RevisionBlocks } from "#lib/contract/revision-blocks.ts";
import { listBlocks } from "#task-types/blocks/block-plan.ts";
import { findTaskType } from "#task-types/schemas.ts";

/** What of the current revision can be made again alone, and which comments are about it. */
export async function listTaskBlocks(ctx: Ctx, ref: TaskRef): Promise<RevisionBlocks> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, async (tx) => {
    const task = await getTaskRow(tx, ctx.actor.accountId, ref);
    const plan = findTaskType(task.taskType)?.blocks;
    const whose = { task_id: task.id, revision: task.revision, revision_sha256: task.revisionSha256 };
    const none = { ...whose, called: null, from_phases: [], blocks: [] };
    if (!plan || task.revision === null) return none;
    const revision = await readRevision({ ...ctx, tx }, task);
    if (plan.unless?.(revision.result)) return none;
    const blocks = listBlocks(plan, revision);
    const remarks = await tx
      .select({ id: comments.id, anchor: comments.anchor })
      .from(comments)
      .where(
        and(
          eq(comments.accountId, ctx.actor.accountId),
          eq(comments.taskUid, task.uid),
          eq(comments.revision, task.revision),
          isNull(comments.resolvedAt),
        ),
      )
      .orderBy(asc(comments.createdAt));
    const placed = placeComments(blocks, remarks);
    return {
      ...whose,
      called: { one: plan.noun[0], several: plan.noun[1] },
      from_phases: [...plan.from],
      blocks: blocks.map((block) => ({ ...block, comment_ids: placed.get(block.name) ?? [] })),
    };
  });
}

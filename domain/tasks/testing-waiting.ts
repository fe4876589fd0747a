import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import type { JsonObject } from "#lib/contract/json.ts";

type Waiting = { taskType: string; requestData: JsonObject; content: string | null; result: JsonObject };

/** A task of any type that waits for approval of its first revision, for database tests. */
export async function insertWaitingTask(
  ctx: Ctx,
  { taskType, requestData, content, result }: Waiting,
): Promise<TaskRow> {
  const { accountId, createdBy } = ctx.actor;
  const row = { accountId, id: `t-${randomUUID()}`, taskType, requestData, createdBy };
  return inAccount(ctx, async (tx) => {
    const [task] = await tx
      .insert(tasks)
      .values({ ...row, status: "awaiting_approval", title: taskType, requiresApproval: true, requestSha256: "0" })
      .returning();
    if (!task) throw new Error("an insert returned no row");
    const draft = { content, result, origin: "generated" as const, note: null };
    const { number, sha256 } = await addRevision({ ...ctx, tx }, task, draft);
    await tx.update(tasks).set({ revision: number, revisionSha256: sha256 }).where(eq(tasks.uid, task.uid));
    return getTaskRow(tx, accountId, { uid: task.uid });
  });
}

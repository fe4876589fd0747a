import { and, eq, type SQL } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";

/** A worker's hold on one task, from its claim until it finishes, fails, or loses it. */
export type Lease = { taskUid: string; accountId: string; leaseId: string };

/** The task is no longer this worker's: cancelled, deleted, put on hold, or taken back. Nothing it does counts. */
export class LeaseLost extends Error {
  constructor() {
    super("The lease on the task was lost");
    this.name = "LeaseLost";
  }
}

/** What the worker's verbs need of a task that they hold; not its words, which may be long. */
const leasedColumns = {
  uid: tasks.uid,
  id: tasks.id,
  accountId: tasks.accountId,
  status: tasks.status,
  version: tasks.version,
  taskType: tasks.taskType,
  taskSourceGroupId: tasks.taskSourceGroupId,
  priority: tasks.priority,
  progress: tasks.progress,
  round: tasks.round,
  attempt: tasks.attempt,
  rescues: tasks.rescues,
  revision: tasks.revision,
  feedback: tasks.feedback,
  requiresApproval: tasks.requiresApproval,
} as const;

export type LeasedTask = {
  [Column in keyof typeof leasedColumns]: (typeof tasks.$inferSelect)[Column];
};

/** Whether this lease still holds its task: the condition of every write of a worker. */
export function heldBy({ accountId, taskUid, leaseId }: Lease): SQL | undefined {
  return and(
    eq(tasks.accountId, accountId),
    eq(tasks.uid, taskUid),
    eq(tasks.leaseId, leaseId),
    eq(tasks.status, "generating"),
  );
}

/**
 * Runs a transaction that holds the task's row and only if this lease still holds the task: the fence that every write
 * of a worker passes, so that a process that was thought dead changes nothing when it wakes.
 * @throws LeaseLost
 */
export async function withLease<T>(
  ctx: Ctx,
  lease: Lease,
  work: (ctx: TxCtx, task: LeasedTask) => Promise<T>,
): Promise<T> {
  return inAccount(ctx, async (tx) => {
    const [task] = await tx.select(leasedColumns).from(tasks).where(heldBy(lease)).for("update");
    if (!task) throw new LeaseLost();
    return work({ ...ctx, tx }, task);
  });
}

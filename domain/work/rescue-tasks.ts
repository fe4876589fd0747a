import { and, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workers } from "#db/schema/operations.ts";
import { tasks } from "#db/schema/tasks.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, inAccount, type TxCtx } from "#domain/context.ts";
import { tellFailure } from "#domain/notifications/tell-failure.ts";
import { tryMoveTask } from "#domain/tasks/move-task.ts";
import { interruptPhase, returnTask } from "#domain/work/return-task.ts";

/** A task whose workers die this often is taken to be what kills them. */
const maxRescues = 5;

/** Takes back what silent or stopped workers held. @returns how many tasks. */
export async function rescueTasks(db: Database, silentAfterMs = 10_000): Promise<number> {
  const deadline = sql`now() - ${silentAfterMs} * interval '1 millisecond'`;
  const silent = or(isNull(workers.id), lt(workers.heartbeatAt, deadline), sql`${workers.stoppedAt} is not null`);
  return rescueWhere(db, silent);
}

/** Takes back what an earlier process of the same worker id held: its heartbeat looks alive, for it is now ours. */
export async function rescueTasksOf(db: Database, workerId: string): Promise<number> {
  return rescueWhere(db, eq(tasks.workerId, workerId));
}

/** Takes back one lease that its worker does not know of: the answer to its claim was lost on the way. */
export async function rescueLease(db: Database, leaseId: string): Promise<number> {
  return rescueWhere(db, eq(tasks.leaseId, leaseId));
}

type Held = {
  uid: string;
  accountId: string;
  status: "generating";
  version: number;
  round: number;
  rescues: number;
  workerId: string | null;
  leaseId: string | null;
};

async function rescueWhere(db: Database, condition: SQL | undefined): Promise<number> {
  const held = await asSystem(db, (tx) =>
    tx
      .select({
        uid: tasks.uid,
        accountId: tasks.accountId,
        version: tasks.version,
        round: tasks.round,
        rescues: tasks.rescues,
        workerId: tasks.workerId,
        leaseId: tasks.leaseId,
      })
      .from(tasks)
      .leftJoin(workers, eq(workers.id, tasks.workerId))
      .where(and(eq(tasks.status, "generating"), condition))
      .limit(100),
  );
  let rescued = 0;
  for (const row of held) {
    const task: Held = { ...row, status: "generating" };
    const ctx = { db, actor: systemActor(task.accountId, "Oversight Hub"), requestId: null };
    const moved = await inAccount(ctx, (tx) => rescueTask({ ...ctx, tx }, task));
    if (moved) rescued += 1;
  }
  return rescued;
}

/** Its version is the fence: one of several reapers wins, and none takes what was claimed anew. */
async function rescueTask(ctx: TxCtx, task: Held): Promise<boolean> {
  const metadata = { worker_id: task.workerId, rescues: task.rescues + 1 };
  if (task.rescues < maxRescues) {
    const reason = `Worker ${task.workerId ?? "unknown"} went silent`;
    return returnTask(ctx, task, "rescue", { attemptCounts: false, rescued: true, reason, metadata });
  }
  const errorMessage =
    `${maxRescues + 1} workers stopped without a word while they ran this task. It may need more memory than they ` +
    "have; look at the worker's log at these times, then retry.";
  const failed = await tryMoveTask(ctx, task, "fail", {
    set: {
      errorCode: "WORKERS_DIED",
      errorMessage,
      errorDetails: metadata,
      leaseId: null,
      jobId: null,
      finishedAt: sql`now()`,
    },
    reason: errorMessage,
    metadata,
  });
  if (!failed) return false;
  await interruptPhase(ctx, task, errorMessage);
  await tellFailure(ctx, failed);
  return true;
}

import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { phases, taskEvents } from "#db/schema/history.ts";
import { type NewTaskRow, type TaskRow, tasks } from "#db/schema/tasks.ts";
import { withAccount } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { type ClaimedTask, claimTask } from "#domain/work/claim-task.ts";
import { registerWorker, type WorkerIncarnation } from "#domain/workers/register-worker.ts";
import { workerContext } from "#domain/workers/worker-context.ts";

/** An account alone, for database tests in which no person acts. */
export async function insertBareAccount(db: Database, name = "Test"): Promise<string> {
  const slug = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const [account] = await db.insert(accounts).values({ name, slug }).returning({ id: accounts.id });
  if (!account) throw new Error("an insert returned no row");
  return account.id;
}

/** A task in the queue with its job, without the checks of creation. */
export async function queueTestTask(
  db: Database,
  accountId: string,
  values: Partial<NewTaskRow> = {},
): Promise<TaskRow> {
  return withAccount(db, accountId, async (tx) => {
    const jobId = uuidv7();
    const row = {
      accountId,
      id: randomUUID(),
      taskType: "scripted",
      status: "queued" as const,
      requestData: { topic: "Bees" },
      requiresApproval: true,
      requestSha256: "none",
      createdBy: "test",
      queuedAt: sql`now()` as unknown as Date,
      progress: 1,
      jobId,
      ...values,
    };
    const [task] = await tx.insert(tasks).values(row).returning();
    if (!task) throw new Error("an insert returned no row");
    if (task.status === "queued") {
      await enqueueGeneration(tx, [task]);
    }
    return task;
  });
}

export async function registerTestWorker(db: Database, id: string): Promise<WorkerIncarnation> {
  return registerWorker(db, { id, hostname: "test", pid: 1, concurrency: 1, taskTypes: ["scripted"] });
}

/** Claims the task for a worker; @throws when it cannot be claimed. */
export async function claimFor(db: Database, workerId: string, task: TaskRow): Promise<ClaimedTask> {
  const claimed = await claimTask(workerContext(db, workerId, task.accountId), task.uid);
  if (!claimed) throw new Error(`the task ${task.id} cannot be claimed`);
  return claimed;
}

export async function readTask(db: Database, task: Pick<TaskRow, "uid" | "accountId">): Promise<TaskRow> {
  const [row] = await withAccount(db, task.accountId, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.accountId, task.accountId), eq(tasks.uid, task.uid))),
  );
  if (!row) throw new Error("the task is gone");
  return row;
}

export async function readPhases(db: Database, task: Pick<TaskRow, "uid" | "accountId">) {
  return withAccount(db, task.accountId, (tx) =>
    tx
      .select()
      .from(phases)
      .where(and(eq(phases.accountId, task.accountId), eq(phases.taskUid, task.uid)))
      .orderBy(phases.round, phases.ordinal),
  );
}

/** The task's moves so far, by name. */
export async function readMoves(db: Database, task: Pick<TaskRow, "uid" | "accountId">): Promise<string[]> {
  const rows = await withAccount(db, task.accountId, (tx) =>
    tx
      .select({ move: taskEvents.move })
      .from(taskEvents)
      .where(
        and(eq(taskEvents.accountId, task.accountId), eq(taskEvents.taskUid, task.uid), eq(taskEvents.type, "move")),
      )
      .orderBy(taskEvents.id),
  );
  return rows.flatMap(({ move }) => move ?? []);
}

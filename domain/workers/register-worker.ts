import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workers } from "#db/schema/operations.ts";
import { tasks } from "#db/schema/tasks.ts";
import { asSystem } from "#domain/context.ts";
import type { LocalServers } from "#lib/models/find-local-servers.ts";

export type WorkerIdentity = {
  id: string;
  hostname: string;
  pid: number;
  concurrency: number;
  taskTypes: string[];
  /** Model servers on its machine. */
  localServers?: LocalServers;
};

/** One run of a worker process: its id and when it began, since an id may be used again after a restart. */
export type WorkerIncarnation = { id: string; startedAt: Date };

/** Another process runs under the same worker id; this one has to stop. */
export class WorkerReplaced extends Error {
  constructor(id: string) {
    super(`Another process runs as worker ${id}; give each its own WORKER_ID.`);
    this.name = "WorkerReplaced";
  }
}

/** Makes the worker known, in place of any earlier process of the same id. */
export async function registerWorker(db: Database, worker: WorkerIdentity): Promise<WorkerIncarnation> {
  // Its own clock reading, not the transaction's: two processes that start at once must differ.
  const fresh = {
    localServers: {},
    ...worker,
    startedAt: sql`clock_timestamp()`,
    heartbeatAt: sql`now()`,
    stoppedAt: null,
  };
  const [row] = await db
    .insert(workers)
    .values(fresh)
    .onConflictDoUpdate({ target: workers.id, set: fresh })
    .returning({ id: workers.id, startedAt: workers.startedAt });
  if (!row) throw new Error(`The worker ${worker.id} could not be registered`);
  return row;
}

export type HeldLease = { taskUid: string; accountId: string; leaseId: string };

/**
 * Says that the worker lives, which keeps all its leases alive, and reads which those are: a lease that is not among
 * them was cancelled, taken back or deleted.
 * @throws WorkerReplaced when a later process has taken its id
 */
export async function beatHeart(db: Database, worker: WorkerIncarnation): Promise<HeldLease[]> {
  return asSystem(db, async (tx) => {
    const beaten = await tx
      .update(workers)
      .set({ heartbeatAt: sql`now()` })
      .where(and(eq(workers.id, worker.id), eq(workers.startedAt, worker.startedAt)))
      .returning({ id: workers.id });
    if (beaten.length === 0) throw new WorkerReplaced(worker.id);
    const held = await tx
      .select({ taskUid: tasks.uid, accountId: tasks.accountId, leaseId: tasks.leaseId })
      .from(tasks)
      .where(and(eq(tasks.workerId, worker.id), eq(tasks.status, "generating")));
    return held.flatMap((row) => (row.leaseId ? [{ ...row, leaseId: row.leaseId }] : []));
  });
}

/** Says that the worker has stopped on purpose: what it still holds may be taken at once. */
export async function markWorkerStopped(db: Database, worker: WorkerIncarnation): Promise<void> {
  await db
    .update(workers)
    .set({ stoppedAt: sql`now()` })
    .where(and(eq(workers.id, worker.id), eq(workers.startedAt, worker.startedAt)));
}

import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workers } from "#db/schema/operations.ts";
import type { WorkerIncarnation } from "#domain/workers/register-worker.ts";
import type { LocalServers } from "#lib/models/find-local-servers.ts";

/** Makes known which model servers a worker finds on its machine: web processes, perhaps on others, offer their models. */
export async function reportLocalServers(
  db: Database,
  worker: WorkerIncarnation,
  localServers: LocalServers,
): Promise<void> {
  await db
    .update(workers)
    .set({ localServers })
    .where(and(eq(workers.id, worker.id), eq(workers.startedAt, worker.startedAt)));
}

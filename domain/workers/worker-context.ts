import type { Database } from "#db/client.ts";
import type { Ctx } from "#domain/context.ts";

/** A worker at work in one account: it holds no right of a person, only leases. */
export function workerContext(db: Database, workerId: string, accountId: string): Ctx {
  return {
    db,
    actor: {
      type: "worker",
      id: workerId,
      name: workerId,
      accountId,
      createdBy: `worker_${workerId}`,
      userId: null,
      role: null,
      scopes: new Set(),
      profile: null,
    },
    requestId: null,
  };
}

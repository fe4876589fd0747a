import { and, gt, isNull, sql } from "drizzle-orm";
import { workers } from "#db/schema/operations.ts";
import type { Ctx } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** @throws HubError WORKER_UNAVAILABLE when no worker that was heard within a minute makes tasks of this type */
export async function requireWorker(ctx: Ctx, taskType: string): Promise<void> {
  const [alive] = await ctx.db
    .select({ id: workers.id })
    .from(workers)
    .where(
      and(
        isNull(workers.stoppedAt),
        gt(workers.heartbeatAt, sql`now() - interval '60 seconds'`),
        sql`${workers.taskTypes} @> ${JSON.stringify([taskType])}::jsonb`,
      ),
    )
    .limit(1);
  if (alive) return;
  throw new HubError("WORKER_UNAVAILABLE", `No worker is there for ${taskType}; nothing was stored, so send it again`, {
    details: { field: "task_type", reason: "no live worker serves it" },
    headers: { "retry-after": "10" },
  });
}

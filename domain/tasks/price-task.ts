import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { assessTask, readModelSettings } from "#domain/tasks/assess-task.ts";
import { checkReferenceUrls } from "#domain/tasks/check-reference-urls.ts";
import { requireCreationRights } from "#domain/tasks/create-task.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";
import type { PricedTask } from "#lib/contract/priced-task.ts";

/** Everything that creating would check, and what the task would take; makes nothing. */
export async function priceTask(ctx: Ctx, task: NewTask): Promise<PricedTask> {
  requireCreationRights(ctx, [task]);
  await checkReferenceUrls([task]);
  return inAccount(ctx, async (tx) => {
    const { estimatedCost, models } = assessTask(task, await readModelSettings(tx, ctx.actor.accountId));
    const latest = tx
      .select({ seconds: sql<number>`extract(epoch from ${tasks.finishedAt} - ${tasks.startedAt})`.as("seconds") })
      .from(tasks)
      .where(
        and(
          eq(tasks.accountId, ctx.actor.accountId),
          eq(tasks.taskType, task.taskType.name),
          isNotNull(tasks.finishedAt),
        ),
      )
      .orderBy(desc(tasks.createdAt))
      .limit(50)
      .as("latest");
    const [row] = await tx
      .select({ median: sql<number | null>`percentile_cont(0.5) within group (order by ${latest.seconds})` })
      .from(latest);
    const reasons = Object.values(models).flatMap((model) => model.degradedReasons);
    return {
      valid: true,
      task_type: task.taskType.name,
      estimated_cost: estimatedCost,
      estimated_seconds: row?.median ?? null,
      models: Object.fromEntries(Object.entries(models).map(([phase, model]) => [phase, model.modelId])),
      requires_approval: task.common.requires_approval === true || task.taskType.requiresApproval,
      warnings: [...task.warnings, ...new Set(reasons)],
    };
  });
}

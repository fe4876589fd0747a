import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { tasks } from "#db/schema/tasks.ts";
import { requireBudget } from "#domain/budgets/require-budget.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { readAccountModels } from "#domain/models/read-settings.ts";
import { asksApproval, readApprovalPolicies } from "#domain/tasks/approval-policies.ts";
import { assessTask } from "#domain/tasks/assess-task.ts";
import { checkReferenceUrls } from "#domain/tasks/check-reference-urls.ts";
import { requireCreationRights } from "#domain/tasks/create-task.ts";
import { checkAssignees } from "#domain/tasks/insert-tasks.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";
import type { PricedTask } from "#lib/contract/priced-task.ts";

/** Everything that creating would check, and what the task would take; makes nothing. */
export async function priceTask(ctx: Ctx, task: NewTask): Promise<PricedTask> {
  requireCreationRights(ctx, [task]);
  await checkReferenceUrls([task]);
  return inAccount(ctx, async (tx) => {
    await checkAssignees({ ...ctx, tx }, [task], () => "");
    const { estimatedCost, costByPhase, models } = assessTask(task, await readAccountModels(tx, ctx.actor.accountId));
    await requireBudget(tx, ctx.actor.accountId, [estimatedCost]);
    const policies = await readApprovalPolicies(tx, ctx.actor.accountId, [task]);
    const reasons = Object.values(models).flatMap((model) => model.degradedReasons);
    return {
      valid: true,
      task_type: task.taskType.name,
      estimated_cost: estimatedCost,
      cost_by_phase: costByPhase,
      estimated_seconds: await medianSeconds(tx, ctx.actor.accountId, task.taskType.name),
      models: Object.fromEntries(Object.entries(models).map(([phase, model]) => [phase, model.modelId])),
      requires_approval: asksApproval(task, policies),
      warnings: [...task.warnings, ...new Set(reasons)],
    };
  });
}

/** What the account's latest tasks of a type took from start to finish, in seconds; null before the first. */
export async function typicalSeconds(ctx: Ctx, taskType: string): Promise<number | null> {
  return inAccount(ctx, (tx) => medianSeconds(tx, ctx.actor.accountId, taskType));
}

async function medianSeconds(tx: Transaction, accountId: string, taskType: string): Promise<number | null> {
  const latest = tx
    .select({ seconds: sql<number>`extract(epoch from ${tasks.finishedAt} - ${tasks.startedAt})`.as("seconds") })
    .from(tasks)
    .where(and(eq(tasks.accountId, accountId), eq(tasks.taskType, taskType), isNotNull(tasks.finishedAt)))
    .orderBy(desc(tasks.createdAt))
    .limit(50)
    .as("latest");
  const [row] = await tx
    .select({ median: sql<number | null>`percentile_cont(0.5) within group (order by ${latest.seconds})` })
    .from(latest);
  return row?.median == null ? null : Number(row.median);
}

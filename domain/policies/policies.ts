import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { policies } from "#db/schema/operations.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { taskTypeNames, taskTypes } from "#task-types/schemas.ts";

export const setPolicySchema = z.strictObject({
  task_type: z.enum(taskTypeNames as [string, ...string[]]),
  requires_approval: z.boolean().nullable().meta({ description: "Null: as the type itself says" }),
});

export type Policy = {
  task_type: string;
  /** What this account decided; null for nothing. */
  requires_approval: boolean | null;
  /** What holds without a decision. */
  default_requires_approval: boolean;
};

/** The account's policy for each task type. */
export async function listPolicies(ctx: Ctx): Promise<Policy[]> {
  requireScope(ctx, "account:admin");
  const rows = await inAccount(ctx, (tx) =>
    tx.select().from(policies).where(eq(policies.accountId, ctx.actor.accountId)),
  );
  return Object.values(taskTypes).map((type) => ({
    task_type: type.name,
    requires_approval: rows.find((row) => row.taskType === type.name)?.requiresApproval ?? null,
    default_requires_approval: type.requiresApproval,
  }));
}

/** Decides whether a type's results wait for a person; tasks that exist keep what held when they were made. */
export async function setPolicy(ctx: Ctx, input: z.output<typeof setPolicySchema>): Promise<void> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  const { task_type: taskType, requires_approval: requiresApproval } = input;
  await inAccount(ctx, async (tx) => {
    await tx
      .insert(policies)
      .values({ accountId, taskType, requiresApproval })
      .onConflictDoUpdate({
        target: [policies.accountId, policies.taskType],
        set: { requiresApproval, updatedAt: sql`now()` },
      });
    await recordAudit(
      { ...ctx, tx },
      {
        action: "policy.set",
        targetType: "policy",
        targetId: taskType,
        detail: { requires_approval: requiresApproval },
      },
    );
  });
}

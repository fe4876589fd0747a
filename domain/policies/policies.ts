import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { policies } from "#db/schema/operations.ts";
import { memberships, users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { roles, scopesByRole } from "#lib/contract/access.ts";
import { mostApprovals } from "#lib/contract/approval-limits.ts";
import type { Policy } from "#lib/contract/policies.ts";
import { taskTypeNames, taskTypes } from "#task-types/schemas.ts";

const decisions = {
  requires_approval: z
    .boolean()
    .nullable()
    .optional()
    .meta({ description: "Whether results wait for a person. Null: as the type itself says" }),
  approvals_needed: z
    .int()
    .min(1)
    .max(mostApprovals)
    .nullable()
    .optional()
    .meta({ description: "How many people must approve one revision. Null: one" }),
  allow_own_approval: z
    .boolean()
    .nullable()
    .optional()
    .meta({ description: "Whether people may approve what they asked for or edited. Null: they may" }),
};

export const setPolicySchema = z
  .strictObject({ task_type: z.enum(taskTypeNames as [string, ...string[]]), ...decisions })
  .refine((policy) => Object.keys(decisions).some((field) => policy[field as keyof typeof decisions] !== undefined), {
    error: `names nothing to decide: send one or more of ${Object.keys(decisions).join(", ")}`,
  })
  .meta({ description: "What is not named stays as it is" });

/** The account's policy for each task type. */
export async function listPolicies(ctx: Ctx): Promise<Policy[]> {
  requireScope(ctx, "account:admin");
  const rows = await inAccount(ctx, (tx) =>
    tx.select().from(policies).where(eq(policies.accountId, ctx.actor.accountId)),
  );
  return Object.values(taskTypes).map((type) => {
    const row = rows.find((candidate) => candidate.taskType === type.name);
    return {
      task_type: type.name,
      requires_approval: row?.requiresApproval ?? null,
      approvals_needed: row?.approvalsNeeded ?? null,
      allow_own_approval: row?.allowOwnApproval ?? null,
      default_requires_approval: type.requiresApproval,
    };
  });
}

/** How many members can approve at all: a policy that asks for more lets nothing through. */
export async function countReviewers(ctx: Ctx): Promise<number> {
  requireScope(ctx, "account:admin");
  const reviewing = roles.filter((role) => scopesByRole[role].includes("tasks:review"));
  const [row] = await inAccount(ctx, (tx) =>
    tx
      .select({ reviewers: count() })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(memberships.accountId, ctx.actor.accountId),
          inArray(memberships.role, reviewing),
          isNull(users.disabledAt),
        ),
      ),
  );
  return row?.reviewers ?? 0;
}

/**
 * Decides about a type's results; what the input leaves out stays as it was. Whether a task waits for approval is settled
 * when it is made; how many must approve it and whether its makers may, at each approval.
 */
export async function setPolicy(ctx: Ctx, input: z.output<typeof setPolicySchema>): Promise<void> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  const { task_type: taskType, ...decided } = input;
  // drizzle leaves undefined columns out of an insert and an update alike.
  const set = {
    requiresApproval: decided.requires_approval,
    approvalsNeeded: decided.approvals_needed,
    allowOwnApproval: decided.allow_own_approval,
  };
  await inAccount(ctx, async (tx) => {
    await tx
      .insert(policies)
      .values({ accountId, taskType, ...set })
      .onConflictDoUpdate({
        target: [policies.accountId, policies.taskType],
        set: { ...set, updatedAt: sql`now()` },
      });
    const detail = Object.fromEntries(
      Object.entries(decided).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    await recordAudit({ ...ctx, tx }, { action: "policy.set", targetType: "policy", targetId: taskType, detail });
  });
}

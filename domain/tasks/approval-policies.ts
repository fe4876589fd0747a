import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { policies } from "#db/schema/operations.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";

/** What the account decided about approval, by task type; types that it leaves to their own default are not in it. */
export type ApprovalPolicies = ReadonlyMap<string, boolean>;

export async function readApprovalPolicies(
  tx: Transaction,
  accountId: string,
  newTasks: NewTask[],
): Promise<ApprovalPolicies> {
  const names = [...new Set(newTasks.map((task) => task.taskType.name))];
  const rows = await tx
    .select({ taskType: policies.taskType, requiresApproval: policies.requiresApproval })
    .from(policies)
    .where(and(eq(policies.accountId, accountId), inArray(policies.taskType, names)));
  return new Map(rows.flatMap((row) => (row.requiresApproval === null ? [] : [[row.taskType, row.requiresApproval]])));
}

/** Only the account's policy can waive what the type asks; a task may ask for approval of its own accord. */
export function asksApproval(
  { common, taskType }: Pick<NewTask, "common" | "taskType">,
  decided: ApprovalPolicies,
): boolean {
  return common.requires_approval === true || (decided.get(taskType.name) ?? taskType.requiresApproval);
}

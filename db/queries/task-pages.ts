import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.ts";
import { type ApprovalProgress, approvalProgress, policyOfTask } from "#db/queries/approvals.ts";
import { type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { revisions } from "#db/schema/history.ts";
import { policies } from "#db/schema/operations.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export const sortColumns = {
  created_at: tasks.createdAt,
  updated_at: tasks.updatedAt,
  status: tasks.status,
  task_type: tasks.taskType,
  priority: tasks.priority,
  quality_score: tasks.qualityScore,
} as const;

export type SortField = keyof typeof sortColumns;

export type TaskPage = {
  filters: TaskFilters;
  sortBy: SortField;
  sortOrder: "asc" | "desc";
  limit: number;
  offset: number;
  /** Goes on after this row; its sort value is text as Postgres prints it, null for an absent one. */
  after?: { value: string | null; uid: string };
};

/** A row with how far its approval is, where it waits for several. */
export type TaskWithApprovals = TaskRow & { approvals: ApprovalProgress | null };

export type TaskWithContent = TaskWithApprovals & { content: string | null; result: JsonObject | null };

/** One page: the ids first, by index, then those rows with the content of their current revision. */
export async function selectTaskPage(tx: Transaction, accountId: string, page: TaskPage): Promise<TaskWithContent[]> {
  const column = sortColumns[page.sortBy];
  const direction = page.sortOrder === "asc" ? asc : desc;
  const uids = tx
    .select({ uid: tasks.uid })
    .from(tasks)
    .where(and(whereTasks(accountId, page.filters), page.after && afterRow(column, page)))
    .orderBy(...ordered(column, direction), direction(tasks.uid))
    .limit(page.limit)
    .offset(page.offset);
  return selectWithContent(tx, accountId, inArray(tasks.uid, uids), [
    ...ordered(column, direction),
    direction(tasks.uid),
  ]);
}

/** Rows with the content and result of their current revision. */
export async function selectWithContent(
  tx: Transaction,
  accountId: string,
  condition: SQL,
  order: SQL[] = [],
): Promise<TaskWithContent[]> {
  const rows = await tx
    .select({ task: tasks, content: revisions.content, result: revisions.result, approvals: approvalProgress })
    .from(tasks)
    .leftJoin(policies, policyOfTask)
    .leftJoin(
      revisions,
      and(
        eq(revisions.accountId, tasks.accountId),
        eq(revisions.taskUid, tasks.uid),
        eq(revisions.number, tasks.revision),
      ),
    )
    .where(and(eq(tasks.accountId, accountId), condition))
    .orderBy(...order);
  return rows.map(({ task, ...rest }) => ({ ...task, ...rest }));
}

/** Rows without their content, for those who tell of many. */
export async function selectWithApprovals(tx: Transaction, condition: SQL | undefined): Promise<TaskWithApprovals[]> {
  const rows = await tx
    .select({ task: tasks, approvals: approvalProgress })
    .from(tasks)
    .leftJoin(policies, policyOfTask)
    .where(condition);
  return rows.map(({ task, approvals }) => ({ ...task, approvals }));
}

/** Absent scores stand last whichever way a page is sorted; the other columns are never null. */
function ordered(column: PgColumn, direction: typeof asc): SQL[] {
  return column === tasks.qualityScore ? [sql`${direction(column)} nulls last`] : [direction(column)];
}

function afterRow(column: PgColumn, page: TaskPage): SQL | undefined {
  if (!page.after) return undefined;
  const { value, uid } = page.after;
  const beyond = page.sortOrder === "asc" ? sql`>` : sql`<`;
  if (value === null) return sql`(${column} is null and ${tasks.uid} ${beyond} ${uid}::uuid)`;
  const bound = sql`${value}::${sql.raw(column.getSQLType())}`;
  const further = sql`(${column}, ${tasks.uid}) ${beyond} (${bound}, ${uid}::uuid)`;
  return column === tasks.qualityScore ? sql`(${further} or ${column} is null)` : further;
}

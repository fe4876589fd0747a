import { and, eq, gt, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { type ApprovalProgress, approvalProgress, policyOfTask } from "#db/queries/approvals.ts";
import { type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { afterPlace, indexedOrder, orderedBy, type TaskOrder } from "#db/queries/task-order.ts";
import { revisions } from "#db/schema/history.ts";
import { policies } from "#db/schema/operations.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type TaskPage = TaskOrder & { filters: TaskFilters; limit: number; offset: number; briefly?: boolean };

/** A row with how far its approval is, where it waits for several. */
export type TaskWithApprovals = TaskRow & { approvals: ApprovalProgress | null };

export type TaskWithContent = TaskWithApprovals & { content: string | null; result: JsonObject | null };

/** One page: the ids first, by index, then those rows with the content of their current revision. */
export async function selectTaskPage(tx: Transaction, accountId: string, page: TaskPage): Promise<TaskWithContent[]> {
  const uids = page.sortBy === "quality_score" ? uidsByQuality(accountId, page) : uidsInOrder(accountId, page);
  return selectWithContent(tx, accountId, sql`${tasks.uid} in (${uids})`, orderedBy(page), page.briefly);
}

function uidsInOrder(accountId: string, page: TaskPage): SQL {
  const where = and(whereTasks(accountId, page.filters), afterPlace(page));
  return sql`select ${tasks.uid} from ${tasks} where ${where}
    order by ${indexedOrder(page)} limit ${page.limit} offset ${page.offset}`;
}

/** Those with a score and then those without, each by index: none has the absent ones last in both directions. */
function uidsByQuality(accountId: string, page: TaskPage): SQL {
  const { filters, after, sortOrder, offset } = page;
  const direction = sql.raw(sortOrder);
  const some = page.limit + offset;
  const where = whereTasks(accountId, filters);
  const scored = and(where, isNotNull(tasks.qualityScore), after?.values[0] === null ? sql`false` : afterPlace(page));
  const beyond = sortOrder === "asc" ? gt : lt;
  const unscored = and(
    where,
    isNull(tasks.qualityScore),
    filters.minQuality === undefined ? undefined : sql`false`,
    after?.values[0] === null ? beyond(tasks.uid, after.uid) : undefined,
  );
  return sql`select uid from (
      (select uid, quality_score from ${tasks} where ${scored} order by quality_score ${direction}, uid ${direction} limit ${some})
      union all
      (select uid, quality_score from ${tasks} where ${unscored} order by uid ${direction} limit ${some})) parts
    order by quality_score ${direction} nulls last, uid ${direction} limit ${page.limit} offset ${offset}`;
}

/** As many characters as an excerpt is made from. */
const beginning = sql<string | null>`left(${revisions.content}, 1000)`;

/** Rows with the content and result of their current revision; briefly, with the beginning of the content. */
export async function selectWithContent(
  tx: Transaction,
  accountId: string,
  condition: SQL,
  order: SQL[] = [],
  briefly = false,
): Promise<TaskWithContent[]> {
  const rows = await tx
    .select({
      task: tasks,
      content: briefly ? beginning : revisions.content,
      result: revisions.result,
      approvals: approvalProgress,
    })
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

import { and, eq, gt, gte, inArray, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { approvedBy } from "#db/queries/approvals.ts";
import { decidedWithin, type Period, spentWithin } from "#db/queries/decisions.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** What a list of tasks may be narrowed by; absent means everything. */
export type TaskFilters = {
  statuses?: TaskStatus[];
  taskTypes?: string[];
  /** The model asked for or the one that was used. */
  modelName?: string;
  modelUsed?: string;
  groupId?: string;
  sourceIds?: string[];
  sourceName?: string;
  /** Ids and numbers, as a caller names tasks. */
  taskRefs?: string[];
  priorities?: number[];
  /** Found in the title, the ids and the source, in any case. */
  text?: string;
  createdFrom?: Date;
  createdTo?: Date;
  finishedFrom?: Date;
  finishedTo?: Date;
  /** When a reviewer decided on it, unless that was taken back. */
  decidedFrom?: Date;
  decidedTo?: Date;
  /** When money was spent on it. */
  spentFrom?: Date;
  spentTo?: Date;
  minQuality?: number;
  /** A user's id, or null for tasks that nobody has. */
  assignedTo?: string | null;
  degraded?: boolean;
  /** Whether it is off the desk now. */
  snoozed?: boolean;
  createdBy?: string;
  /** A user's id: tasks whose present revision they have approved, and those where they have not. */
  approvedBy?: string;
  notApprovedBy?: string;
};

/** Filters that the maintained counters answer by themselves. */
export function isCovered(filters: TaskFilters): boolean {
  return Object.entries(filters).every(
    ([name, value]) => value === undefined || name === "statuses" || name === "taskTypes",
  );
}

export function whereTasks(accountId: string, filters: TaskFilters): SQL | undefined {
  const { text, taskRefs } = filters;
  return and(
    eq(tasks.accountId, accountId),
    filters.statuses && inArray(tasks.status, filters.statuses),
    filters.taskTypes && inArray(tasks.taskType, filters.taskTypes),
    filters.modelName !== undefined
      ? or(eq(tasks.modelName, filters.modelName), eq(tasks.modelUsed, filters.modelName))
      : undefined,
    filters.modelUsed !== undefined ? eq(tasks.modelUsed, filters.modelUsed) : undefined,
    filters.groupId !== undefined ? eq(tasks.taskSourceGroupId, filters.groupId) : undefined,
    filters.sourceIds && inArray(tasks.taskSourceId, filters.sourceIds),
    filters.sourceName !== undefined ? eq(tasks.taskSourceName, filters.sourceName) : undefined,
    taskRefs && whereNamedAny(taskRefs),
    filters.priorities && inArray(tasks.priority, filters.priorities),
    text !== undefined ? whereText(text) : undefined,
    filters.createdFrom && gte(tasks.createdAt, filters.createdFrom),
    filters.createdTo && lte(tasks.createdAt, filters.createdTo),
    filters.finishedFrom && gte(tasks.finishedAt, filters.finishedFrom),
    filters.finishedTo && lte(tasks.finishedAt, filters.finishedTo),
    during(filters.decidedFrom, filters.decidedTo, decidedWithin),
    during(filters.spentFrom, filters.spentTo, spentWithin),
    filters.minQuality !== undefined ? gte(tasks.qualityScore, filters.minQuality) : undefined,
    filters.assignedTo === null ? isNull(tasks.assignedTo) : undefined,
    typeof filters.assignedTo === "string" ? eq(tasks.assignedTo, filters.assignedTo) : undefined,
    filters.degraded !== undefined ? eq(tasks.degraded, filters.degraded) : undefined,
    filters.snoozed === true ? gt(tasks.snoozedUntil, sql`now()`) : undefined,
    filters.snoozed === false ? or(isNull(tasks.snoozedUntil), lte(tasks.snoozedUntil, sql`now()`)) : undefined,
    filters.createdBy !== undefined ? eq(tasks.createdBy, filters.createdBy) : undefined,
    filters.approvedBy !== undefined ? approvedBy(filters.approvedBy) : undefined,
    filters.notApprovedBy !== undefined ? not(approvedBy(filters.notApprovedBy)) : undefined,
  );
}

function during(from: Date | undefined, to: Date | undefined, happened: (period: Period) => SQL): SQL | undefined {
  return from || to ? happened({ from, to }) : undefined;
}

/** Tasks that are named by these ids and numbers. */
export function whereNamedAny(refs: string[]): SQL | undefined {
  const numbers = refs.filter((ref) => /^[1-9]\d{0,14}$/.test(ref)).map(Number);
  const ids = refs.filter((ref) => !/^\d+$/.test(ref)).flatMap(idsNamed);
  const named = [ids.length > 0 && inArray(tasks.id, ids), numbers.length > 0 && inArray(tasks.number, numbers)];
  return or(...named.filter((condition) => condition !== false)) ?? sql`false`;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The inference API writes such an id as `task_{uuid}`, and a client may have chosen that for its own. */
export function idsNamed(ref: string): string[] {
  return uuid.test(ref) ? [ref, `task_${ref}`] : [ref];
}

/** Through a view that a trigram index serves (docs/decisions/search.md). */
function whereText(text: string): SQL {
  return sql`${tasks.uid} in (select task_uid from ${wordsWith(text)})`;
}

/** The words of the transaction's account that have this text in them, in any case; `%`, `_` and `\` stand for themselves. */
function wordsWith(text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(select task_uid from own_task_words where words like lower(${pattern})) found`;
}

/** What a count has to read: where nothing but a text is asked for, its words, of which each task has one row. */
export function countedFrom(accountId: string, filters: TaskFilters): SQL {
  const { text, ...others } = filters;
  if (text !== undefined && Object.values(others).every((value) => value === undefined)) return wordsWith(text);
  return sql`${tasks} where ${whereTasks(accountId, filters)}`;
}

import type { Transaction } from "#db/client.ts";
import { countTasksUpTo } from "#db/queries/task-counts.ts";
import { isCovered, type TaskFilters } from "#db/queries/task-filters.ts";
import { placeOf, type SortField, type SortOrder } from "#db/queries/task-order.ts";
import { selectTaskPage } from "#db/queries/task-pages.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { decodeCursor, encodeCursor } from "#domain/tasks/task-cursor.ts";
import { toTaskSummary } from "#domain/tasks/to-task-summary.ts";
import type { TaskSummary } from "#lib/contract/task.ts";

export type ListTasks = {
  filters: TaskFilters;
  sortBy: SortField;
  sortOrder: SortOrder;
  limit: number;
  offset: number;
  cursor?: string;
  /** Each with the beginning of its text alone, as much as an excerpt is made from; never to be shown as the text. */
  briefly?: boolean;
};

export type TaskList = {
  tasks: TaskSummary[];
  /** Exact where counters cover the filters, else at most 10,000. */
  total: number;
  totalCapped: boolean;
  nextCursor: string | null;
};

const countCap = 10_000;

/** One page of the account's tasks, and how many there are in all. */
export async function listTasks(ctx: Ctx, input: ListTasks): Promise<TaskList> {
  requireScope(ctx, "tasks:read");
  const accountId = ctx.actor.accountId;
  return inAccount(ctx, async (tx) => {
    const count = () => countTasksUpTo(tx, accountId, input.filters, countCap);
    if (isCovered(input.filters)) {
      const [page, counted] = await Promise.all([readPage(tx, accountId, input), count()]);
      return { ...page, total: counted.total, totalCapped: counted.capped };
    }
    const page = await readPage(tx, accountId, input);
    const known = totalBy(page, input);
    const counted = known === null ? await count() : { total: known, capped: false };
    return { ...page, total: counted.total, totalCapped: counted.capped };
  });
}

/** The last page says how many there are: looking for what is rare, a second time over all tasks, is most of the work. */
function totalBy({ tasks, nextCursor }: Pick<TaskList, "tasks" | "nextCursor">, input: ListTasks): number | null {
  if (nextCursor !== null || input.cursor !== undefined) return null;
  const total = input.offset + tasks.length;
  return total <= countCap && (input.offset === 0 || tasks.length > 0) ? total : null;
}

/** The same without the count. */
export async function listTaskPage(ctx: Ctx, input: ListTasks): Promise<Pick<TaskList, "tasks" | "nextCursor">> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => readPage(tx, ctx.actor.accountId, input));
}

async function readPage(tx: Transaction, accountId: string, input: ListTasks) {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor, input);
  const rows = await selectTaskPage(tx, accountId, { ...input, limit: input.limit + 1, after });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const more = rows.length > input.limit && last;
  return {
    tasks: page.map(toTaskSummary),
    nextCursor: more ? encodeCursor(input, placeOf(last, input.sortBy)) : null,
  };
}

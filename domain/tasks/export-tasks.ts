import { type Ctx, requireScope } from "#domain/context.ts";
import { type ListTasks, listTaskPage } from "#domain/tasks/list-tasks.ts";
import type { TaskSummary } from "#lib/contract/task.ts";

export type ExportTasks = Pick<ListTasks, "filters" | "sortBy" | "sortOrder" | "briefly">;

/**
 * Every task that fits, page after page: an export of any size holds one page in memory, and no transaction while its
 * reader is slow. Rows that move while it runs may come twice or not at all, as in any list that is read in pages.
 */
export async function* exportTasks(ctx: Ctx, input: ExportTasks, pageSize = 500): AsyncGenerator<TaskSummary[]> {
  requireScope(ctx, "tasks:read");
  let cursor: string | undefined;
  do {
    const page = await listTaskPage(ctx, { ...input, cursor, limit: pageSize, offset: 0 });
    yield page.tasks;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

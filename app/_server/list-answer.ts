import type * as z from "zod";
import type { Ctx } from "#domain/context.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import type { Profile } from "#lib/contract/access.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { json } from "#lib/http/route.ts";
import { readPage, readTaskFilters, type taskListSchema } from "#lib/http/task-list-query.ts";

function withoutContent<Item extends object>(item: Item): Omit<Item, "content"> {
  const { content: _, ...shown } = item as Item & { content?: unknown };
  return shown;
}

/** One page of tasks in the caller's vocabulary; the concepts profile knows a plain array of the caller's own. */
export async function listAnswer(
  ctx: Ctx,
  query: z.output<typeof taskListSchema>,
  profile: Profile,
): Promise<Response> {
  const page = readPage(query, profile);
  const { sort_by: sortBy, sort_order: sortOrder, cursor } = query;
  const own = profile === "concepts" ? { createdBy: ctx.actor.createdBy } : {};
  const filters = { ...readTaskFilters(query, profile), ...own };
  const briefly = query.content === false;
  const list = await listTasks(ctx, { filters, sortBy, sortOrder, cursor, briefly, ...page });
  const items = list.tasks.map(presenters[profile].listItem);
  const tasks = briefly ? items.map(withoutContent) : items;
  if (profile === "concepts") return json(tasks);
  return json({
    tasks,
    total: list.total,
    ...(list.totalCapped && { total_capped: true }),
    limit: page.limit,
    offset: page.offset,
    skip: page.offset,
    next_cursor: list.nextCursor,
  });
}

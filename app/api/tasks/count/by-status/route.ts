import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { countTasksByStatus } from "#domain/tasks/count-tasks.ts";
import { json } from "#lib/http/route.ts";
import { readTaskFilters, taskFilterSchema } from "#lib/http/task-list-query.ts";

export const GET = route(
  {
    summary: "Count tasks by canonical status, under any of the list's filters",
    access: "tasks:read",
    query: taskFilterSchema,
    responses: { 200: z.object({ counts: z.record(z.string(), z.int()), total: z.int() }) },
  },
  async ({ ctx, query, profile }) => {
    const counts = await countTasksByStatus(ctx, readTaskFilters(query, profile));
    return json({ counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) });
  },
);

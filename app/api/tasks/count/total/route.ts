import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { countTasks } from "#domain/tasks/count-tasks.ts";
import { json } from "#lib/http/route.ts";
import { readTaskFilters, taskFilterSchema } from "#lib/http/task-list-query.ts";

export const GET = route(
  {
    summary: "Count tasks, exactly, under any of the list's filters",
    access: "tasks:read",
    query: taskFilterSchema,
    responses: { 200: z.object({ total: z.int() }) },
    profile: "course",
  },
  async ({ ctx, query, profile }) => json({ total: await countTasks(ctx, readTaskFilters(query, profile)) }),
);

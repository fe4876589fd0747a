import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { countTasks } from "#domain/tasks/count-tasks.ts";
import { json } from "#lib/http/route.ts";
import { readTaskFilters, taskFilterFields } from "#lib/http/task-list-query.ts";

export const GET = route(
  {
    summary: "Count tasks, exactly, under any of the list's filters",
    access: "tasks:read",
    query: z.strictObject({
      ...taskFilterFields,
      up_to: z.coerce
        .number({ error: "must be a number" })
        .int()
        .min(1)
        .optional()
        .meta({ description: "Counts no further than this: for a badge, the rest is work for nothing" }),
    }),
    responses: { 200: z.object({ total: z.int() }) },
    profile: "course",
  },
  async ({ ctx, query, profile }) =>
    json({ total: await countTasks(ctx, readTaskFilters(query, profile), query.up_to) }),
);

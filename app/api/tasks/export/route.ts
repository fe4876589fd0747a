import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { exportTasks } from "#domain/tasks/export-tasks.ts";
import { exportFileFormats, taskFile } from "#lib/http/task-export.ts";
import { readTaskFilters, taskFilterFields, taskListSchema } from "#lib/http/task-list-query.ts";

const { sort_by, sort_order } = taskListSchema.shape;

export const GET = route(
  {
    summary: "Every task that fits the list's filters, as one CSV or JSON file",
    description:
      "CSV has a line of names and one line for each task; text that a spreadsheet would run as a formula gets an " +
      "apostrophe before it. JSON is an array of the unified profile's list items.",
    access: "tasks:read",
    query: z.strictObject({
      ...taskFilterFields,
      sort_by,
      sort_order,
      format: z.enum(exportFileFormats).default("csv"),
    }),
    responses: { 200: z.string() },
    responseType: "text/csv",
  },
  async ({ ctx, query, profile }) => {
    const { format, sort_by: sortBy, sort_order: sortOrder } = query;
    const filters = readTaskFilters(query, profile);
    // A table has no column for the text.
    const briefly = format === "csv";
    return taskFile(format, exportTasks(ctx, { filters, sortBy, sortOrder, briefly }));
  },
);

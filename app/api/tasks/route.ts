import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { priceTask } from "#domain/tasks/price-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { pricedTaskSchema } from "#lib/contract/priced-task.ts";
import { taskListItemSchema, taskResponseSchema } from "#lib/contract/task-response.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { unifiedTolerated } from "#lib/http/profiles/tolerated.ts";
import { json } from "#lib/http/route.ts";
import { readPage, readTaskFilters, taskListSchema } from "#lib/http/task-list-query.ts";

export const POST = route(
  {
    summary: "Create a task",
    access: "tasks:write",
    query: z.strictObject({ dry_run: z.stringbool({ error: "must be true or false" }).default(false) }),
    body: jsonObjectSchema,
    bodyDocument: newTaskDocument,
    responses: {
      200: z.union([taskResponseSchema, pricedTaskSchema]),
      201: taskResponseSchema.extend({ message: z.string() }),
    },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND", "URL_NOT_ALLOWED", "BUDGET_EXCEEDED", "QUEUE_FULL"],
  },
  async ({ ctx, query, body, profile }) => {
    const newTask = readNewTask(body, { tolerated: unifiedTolerated });
    if (query.dry_run) return json(await priceTask(ctx, newTask));
    const { row, created } = await createTask(ctx, newTask);
    const task = presenters[profile].task(await getTask(ctx, { uid: row.uid }));
    const message = `${newTask.taskType.label} task ${created ? "created and queued" : "already exists"}`;
    return json({ ...Object(task), message }, { status: created ? 201 : 200 });
  },
);

export const GET = route(
  {
    summary: "List tasks, newest first",
    access: "tasks:read",
    query: taskListSchema,
    responses: {
      200: z.object({
        tasks: z.array(taskListItemSchema),
        total: z.int(),
        total_capped: z.boolean().optional(),
        limit: z.int(),
        offset: z.int(),
        skip: z.int(),
        next_cursor: z.string().nullable(),
      }),
    },
  },
  async ({ ctx, query, profile }) => {
    const page = readPage(query, profile);
    const { sort_by: sortBy, sort_order: sortOrder, cursor } = query;
    const filters = readTaskFilters(query, profile);
    const list = await listTasks(ctx, { filters, sortBy, sortOrder, cursor, ...page });
    return json({
      tasks: list.tasks.map(presenters[profile].listItem),
      total: list.total,
      ...(list.totalCapped && { total_capped: true }),
      limit: page.limit,
      offset: page.offset,
      skip: page.offset,
      next_cursor: list.nextCursor,
    });
  },
);

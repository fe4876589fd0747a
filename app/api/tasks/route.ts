import * as z from "zod";
import { createAnswer } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { listAnswer } from "#app/_server/list-answer.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { pricedTaskSchema } from "#lib/contract/priced-task.ts";
import { taskListResponseSchema } from "#lib/contract/task-list-response.ts";
import { taskResponseSchema } from "#lib/contract/task-response.ts";
import { taskListSchema } from "#lib/http/task-list-query.ts";

export const POST = route(
  {
    summary: "Create a task",
    access: "tasks:write",
    query: z.strictObject({ dry_run: z.stringbool({ error: "must be true or false" }).default(false) }),
    body: jsonObjectSchema,
    bodyDocument: newTaskDocument,
    responses: { 200: z.union([taskResponseSchema, pricedTaskSchema]), 201: taskResponseSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND", "URL_NOT_ALLOWED", "BUDGET_EXCEEDED", "QUEUE_FULL"],
  },
  async ({ ctx, query, body, profile }) => createAnswer({ ctx, body, profile, dryRun: query.dry_run }),
);

export const GET = route(
  {
    summary: "List tasks, newest first",
    access: "tasks:read",
    query: taskListSchema,
    responses: { 200: taskListResponseSchema },
  },
  async ({ ctx, query, profile }) => listAnswer(ctx, query, profile),
);

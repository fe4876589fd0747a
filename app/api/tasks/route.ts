import * as z from "zod";
import { createAnswer, dryRunQuery } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { listAnswer } from "#app/_server/list-answer.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskListSchema, anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { pricedTaskSchema } from "#lib/contract/priced-task.ts";
import { taskListSchema } from "#lib/http/task-list-query.ts";

export const POST = route(
  {
    summary: "Create a task",
    access: "tasks:write",
    query: dryRunQuery,
    body: jsonObjectSchema,
    bodyDocument: newTaskDocument,
    responses: { 200: z.union([anyTaskSchema, pricedTaskSchema]), 201: anyTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND", "URL_NOT_ALLOWED", "BUDGET_EXCEEDED", "QUEUE_FULL"],
  },
  async ({ ctx, query, body, profile }) => createAnswer({ ctx, body, profile, dryRun: query.dry_run }),
);

export const GET = route(
  {
    summary: "List tasks, newest first",
    access: "tasks:read",
    query: taskListSchema,
    responses: { 200: anyTaskListSchema },
  },
  async ({ ctx, query, profile }) => listAnswer(ctx, query, profile),
);

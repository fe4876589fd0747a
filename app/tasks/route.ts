import * as z from "zod";
import { createAnswer } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { listAnswer } from "#app/_server/list-answer.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { inferenceTaskSchema } from "#lib/contract/inference-response.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { taskListSchema } from "#lib/http/task-list-query.ts";

export const POST = route(
  {
    summary: "Create an inference task",
    access: "tasks:write",
    body: jsonObjectSchema,
    bodyDocument: newTaskDocument,
    responses: { 200: inferenceTaskSchema, 201: inferenceTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND", "WORKER_UNAVAILABLE"],
    profile: "inference",
  },
  async ({ ctx, body, profile }) => createAnswer({ ctx, body, profile }),
);

export const GET = route(
  {
    summary: "List inference tasks, newest first",
    access: "tasks:read",
    query: taskListSchema,
    responses: {
      200: z.object({ tasks: z.array(inferenceTaskSchema), total: z.int(), limit: z.int(), offset: z.int() }),
    },
    profile: "inference",
  },
  async ({ ctx, query, profile }) => listAnswer(ctx, query, profile),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Queue a failed task again",
    access: "tasks:write",
    params: taskParams,
    body: z.strictObject({}),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, profile }) => taskAnswer(await retryTask(ctx, { ref: params.id }), profile),
);

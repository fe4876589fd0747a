import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { unpublishTask } from "#domain/publications/unpublish-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Withdraw a publication",
    access: "tasks:publish",
    params: taskParams,
    body: z.strictObject({}),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, profile }) => {
    return taskAnswer(await unpublishTask(ctx, { ref: params.id }), profile);
  },
);

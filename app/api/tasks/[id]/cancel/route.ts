import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Cancel a task that is not finished",
    access: "tasks:write",
    params: taskParams,
    body: z.strictObject({ reason: reviewText.optional() }),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "TASK_NOT_CANCELLABLE"],
  },
  async ({ ctx, params, body, profile }) => taskAnswer(await cancelTask(ctx, { ref: params.id }, body), profile),
);

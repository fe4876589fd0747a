import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Take an approval back: one's own where one gave one, else the whole",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ reason: reviewText.optional() }),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, body, profile }) => taskAnswer(await unapproveTask(ctx, { ref: params.id }, body), profile),
);

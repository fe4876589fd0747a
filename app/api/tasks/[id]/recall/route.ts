import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { recallTask } from "#domain/tasks/recall-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Undo a send-back: the round under way ends, and the revision before it waits for review again",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ reason: reviewText.optional() }),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, body, profile }) => taskAnswer(await recallTask(ctx, { ref: params.id }, body), profile),
);

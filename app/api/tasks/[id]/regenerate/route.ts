import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Send a task back for another round, with feedback",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({
      feedback: reviewText,
      from_phase: z
        .string()
        .max(60)
        .optional()
        .meta({ description: "Phases before it keep their output; the second phase when absent" }),
      delay_seconds: z
        .int()
        .min(0)
        .max(60)
        .optional()
        .meta({ description: "It begins so much later: recalled before then, it has cost nothing" }),
    }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, body, profile }) => {
    const { feedback, from_phase: fromPhase, delay_seconds: delaySeconds } = body;
    return taskAnswer(await regenerateTask(ctx, { ref: params.id }, { feedback, fromPhase, delaySeconds }), profile);
  },
);

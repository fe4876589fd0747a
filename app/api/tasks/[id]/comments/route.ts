import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Comment on a task, or on a place within its current revision",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ body: reviewText, anchor: jsonObjectSchema.optional() }),
    responses: { 201: anyTaskSchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, body, profile }) =>
    taskAnswer(await commentOnTask(ctx, { ref: params.id }, body), profile, 201),
);

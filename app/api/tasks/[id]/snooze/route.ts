import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { snoozeTask } from "#domain/tasks/snooze-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Take a task off the desk until a time; null brings it back",
    description:
      "Whatever happens to the task ends it: an edit, a new revision, a comment, a due date, an assignment, a decision.",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({
      until: instantSchema.nullable(),
    }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION"],
  },
  async ({ ctx, params, body, profile }) => {
    const until = body.until === null ? null : new Date(body.until);
    return taskAnswer(await snoozeTask(ctx, { ref: params.id }, until), profile);
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Assign a task to a member, or to nobody",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ user_id: z.uuid().nullable() }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, body, profile }) =>
    taskAnswer(await assignTask(ctx, { ref: params.id }, body.user_id), profile),
);

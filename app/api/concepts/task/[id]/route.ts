import { route } from "#app/_server/hub-route.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "Follow a concept task",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, params, profile }) => taskAnswer(await getTask(ctx, { ref: params.id }), profile),
);

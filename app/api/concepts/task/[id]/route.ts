import { route } from "#app/_server/hub-route.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { conceptTaskSchema } from "#lib/contract/concept-response.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "Follow a concept task",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: conceptTaskSchema },
    errors: ["TASK_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, params, profile }) => taskAnswer(await getTask(ctx, { ref: params.id }), profile),
);

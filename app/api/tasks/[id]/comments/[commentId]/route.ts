import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { resolveComment } from "#domain/tasks/resolve-comment.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const PATCH = route(
  {
    summary: "Resolve a comment, or open it again",
    access: "tasks:review",
    params: taskParams.extend({ commentId: z.string() }),
    body: z.strictObject({ resolved: z.boolean() }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "NOT_FOUND"],
  },
  async ({ ctx, params, body, profile }) => {
    const { id, commentId } = params;
    return taskAnswer(await resolveComment(ctx, { ref: id }, { commentId, ...body }), profile);
  },
);

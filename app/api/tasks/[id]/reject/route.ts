import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText, sha256 } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Reject the current revision with a reason",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ reason: reviewText, revision_sha256: sha256.optional() }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION", "REVISION_CHANGED"],
  },
  async ({ ctx, params, body, profile }) => {
    const { reason, revision_sha256: revisionSha256 } = body;
    return taskAnswer(await rejectTask(ctx, { ref: params.id }, { reason, revisionSha256 }), profile);
  },
);

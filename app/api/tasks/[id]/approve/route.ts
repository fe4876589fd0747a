import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText, sha256 } from "#lib/contract/review-fields.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Approve the current revision; it goes on waiting where the policy asks for more people",
    access: "tasks:review",
    params: taskParams,
    body: z.strictObject({ feedback: reviewText.optional(), revision_sha256: sha256.optional() }),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: [
      "TASK_NOT_FOUND",
      "INVALID_STATUS_TRANSITION",
      "REVISION_CHANGED",
      "APPROVAL_NOT_ALLOWED",
      "ALREADY_APPROVED",
    ],
  },
  async ({ ctx, params, body, profile }) => {
    const { feedback, revision_sha256: revisionSha256 } = body;
    return taskAnswer(await approveTask(ctx, { ref: params.id }, { feedback, revisionSha256 }), profile);
  },
);

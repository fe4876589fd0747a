import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { reviewText, sha256 } from "#lib/contract/review-fields.ts";
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
      blocks: z
        .array(z.union([z.int().min(0), z.string().min(1).max(100)], { error: "must be a number from 0, or a name" }))
        .min(1, "must name at least one; leave it out to make the whole again")
        .max(200)
        .optional()
        .meta({
          description:
            "Only these are made again and everything else of the revision stays, to the byte: passages of a text by " +
            "their number from 0, items of a result by name, such as `questions.2`. `GET …/blocks` lists them",
        }),
      revision_sha256: sha256.optional(),
    }),
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION", "REVISION_CHANGED"],
  },
  async ({ ctx, params, body, profile }) => {
    const {
      feedback,
      from_phase: fromPhase,
      blocks,
      revision_sha256: revisionSha256,
      delay_seconds: delaySeconds,
    } = body;
    const input = { feedback, fromPhase, blocks, revisionSha256, delaySeconds };
    return taskAnswer(await regenerateTask(ctx, { ref: params.id }, input), profile);
  },
);

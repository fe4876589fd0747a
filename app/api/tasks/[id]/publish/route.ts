import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const POST = route(
  {
    summary: "Publish the approved revision, now or at a time",
    access: "tasks:publish",
    params: taskParams,
    body: z.strictObject({
      publish_at: instantSchema.optional(),
    }),
    optionalBody: true,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND", "INVALID_STATUS_TRANSITION", "REVISION_CHANGED"],
  },
  async ({ ctx, params, body, profile }) => {
    const publishAt = body.publish_at ? new Date(body.publish_at) : null;
    return taskAnswer(await publishTask(ctx, { ref: params.id }, { publishAt }), profile);
  },
);

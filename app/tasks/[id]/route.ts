import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { inferenceId } from "#lib/http/profiles/inference.ts";
import { json } from "#lib/http/route.ts";
import { taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "Read an inference task",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND"],
    profile: "inference",
  },
  async ({ ctx, params, profile }) => taskAnswer(await getTask(ctx, { ref: params.id }), profile),
);

/** Cancels; it does not delete (inference-task-manager.md). */
export const DELETE = route(
  {
    summary: "Cancel an inference task",
    access: "tasks:write",
    params: taskParams,
    responses: {
      200: z.object({ task_id: z.string(), status: z.literal("cancelled"), cancelled_at: z.iso.datetime() }),
    },
    errors: ["TASK_NOT_FOUND", "TASK_NOT_CANCELLABLE"],
    profile: "inference",
  },
  async ({ ctx, params }) => {
    const task = await cancelTask(ctx, { ref: params.id });
    const cancelledAt = task.cancelledAt ?? task.updatedAt;
    return json({ task_id: inferenceId(task.id), status: "cancelled", cancelled_at: cancelledAt.toISOString() });
  },
);

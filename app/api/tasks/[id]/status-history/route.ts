import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listStatusHistory } from "#domain/tasks/read-history.ts";
import { statusHistorySchema } from "#lib/contract/status-history.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "Every change of a task's status, refused ones included",
    description:
      "An attempt that the task's status, its revision or the account's policy refused has `success` false, and the code of " +
      "the refusal as `refused_with` in its metadata, by whichever route it came: `/status/validated`, `/approve` and its " +
      "siblings, or a bulk verb. A request that is at fault, or that needs a right that is missing, is no attempt.",
    access: "tasks:read",
    params: taskParams,
    query: z.strictObject({}),
    responses: { 200: statusHistorySchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const { taskId, history } = await listStatusHistory(ctx, { ref: params.id });
    return json({
      task_id: taskId,
      history_count: history.length,
      history: history.map((event) => ({
        old_status: event.fromStatus,
        new_status: event.toStatus,
        success: event.type !== "move_refused",
        reason: event.reason,
        actor: event.actor,
        timestamp: event.createdAt.toISOString(),
        metadata: event.metadata,
      })),
    });
  },
);

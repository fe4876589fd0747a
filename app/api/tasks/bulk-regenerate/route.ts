import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Send up to 100 tasks back for another round",
    access: "tasks:review",
    body: z.strictObject({
      task_ids: taskIdList,
      reason: reviewText.meta({ description: "The feedback for all of them" }),
      from_phase: z.string().max(60).optional(),
    }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { task_ids: ids, reason: feedback, from_phase: fromPhase } = body;
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, regenerateTask, ids, [{ feedback, fromPhase }], taskId);
    return json(bulkAnswer("regenerated", body.task_ids.length, details));
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { forEachTask } from "#domain/tasks/for-each-task.ts";
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
    const ids = body.task_ids.map(readers[profile].taskId);
    const details = await forEachTask(ctx, ids, (itemCtx, ref) =>
      regenerateTask(itemCtx, ref, { feedback: body.reason, fromPhase: body.from_phase }),
    );
    return json(bulkAnswer("regenerated", body.task_ids.length, details));
  },
);

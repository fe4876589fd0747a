import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Take the approval of up to 100 tasks back, each as its own route does",
    access: "tasks:review",
    body: z.strictObject({ task_ids: taskIdList, reason: reviewText.optional() }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { task_ids: ids, reason } = body;
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, unapproveTask, ids, [{ reason }], taskId);
    return json(bulkAnswer("unapproved", ids.length, details));
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { deletion } from "#domain/tasks/delete-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Delete up to 100 tasks",
    access: "tasks:write",
    body: z.strictObject({ task_ids: taskIdList, reason: reviewText.optional() }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, deletion, body.task_ids, [], taskId);
    return json(bulkAnswer("deleted", body.task_ids.length, details));
  },
);

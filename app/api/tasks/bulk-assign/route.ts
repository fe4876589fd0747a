import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { assignTask, requireAssignee } from "#domain/tasks/assign-task.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Give up to 100 tasks to a member, or to nobody",
    access: "tasks:review",
    body: z.strictObject({ task_ids: taskIdList, user_id: z.uuid().nullable() }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { task_ids: ids, user_id: userId } = body;
    await requireAssignee(ctx, userId);
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, assignTask, ids, [userId], taskId);
    return json(bulkAnswer("assigned", ids.length, details));
  },
);

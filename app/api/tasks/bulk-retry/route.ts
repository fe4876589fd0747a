import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Queue up to 100 failed tasks again",
    access: "tasks:write",
    body: z.strictObject({ task_ids: taskIdList }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const details = await changeTasks(ctx, retryTask, body.task_ids, [], readers[profile].taskId);
    return json(bulkAnswer("retried", body.task_ids.length, details));
  },
);

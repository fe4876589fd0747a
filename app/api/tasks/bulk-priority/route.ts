import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { setPriority } from "#domain/tasks/set-priority.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { priorities } from "#lib/contract/status.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Say how urgent up to 100 tasks are",
    description: "What waits in the queue moves forward or back in it; what waits for review, on the desk.",
    access: "tasks:write",
    body: z.strictObject({ task_ids: taskIdList, priority: z.enum(priorities) }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { task_ids: ids, priority } = body;
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, setPriority, ids, [priority], taskId);
    return json(bulkAnswer("prioritised", ids.length, details));
  },
);

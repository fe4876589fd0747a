import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { setDueDate } from "#domain/tasks/set-due-date.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Say by when up to 100 tasks are wanted; null takes the date away",
    access: "tasks:write",
    body: z.strictObject({
      task_ids: taskIdList,
      due_at: z.iso.datetime({ offset: true, error: "must be a time such as 2026-01-31T18:00:00Z" }).nullable(),
    }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { task_ids: ids, due_at: due } = body;
    const dueAt = due === null ? null : new Date(due);
    const { taskId } = readers[profile];
    const details = await changeTasks(ctx, setDueDate, ids, [{ dueAt }], taskId);
    return json(bulkAnswer("dated", ids.length, details));
  },
);

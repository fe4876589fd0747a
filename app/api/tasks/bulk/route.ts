import * as z from "zod";
import { type BulkAction, bulkActions } from "#app/_server/bulk-actions.ts";
import { route } from "#app/_server/hub-route.ts";
import { createTasks, maxTasksAtOnce } from "#domain/tasks/create-tasks.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskIdList } from "#lib/contract/bulk.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { reviewText } from "#lib/contract/review-fields.ts";
import { validationError } from "#lib/errors.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";
import { validate } from "#lib/http/validate.ts";

const names = Object.keys(bulkActions) as [BulkAction, ...BulkAction[]];
const action = z
  .strictObject({ task_ids: taskIdList, action: z.enum(names), reason: reviewText.optional() })
  .refine(({ action, reason }) => action !== "reject" || reason !== undefined, {
    path: ["reason"],
    error: "is required to reject; say what the producer should change",
  });
const creation = z.strictObject({ tasks: z.array(jsonObjectSchema).min(1).max(maxTasksAtOnce) });

const eitherOr = "stands beside task_ids: send tasks to create some, or task_ids with an action to change some";

export const POST = route(
  {
    summary: "Create up to 100 tasks at once, all or none; or act on up to 100",
    access: "tasks:write",
    body: jsonObjectSchema,
    bodyDocument: z.union([z.strictObject({ tasks: z.array(newTaskDocument).min(1).max(maxTasksAtOnce) }), action]),
    bodyLimit: 32 * 1024 * 1024,
    responses: { 200: z.union([z.array(anyTaskSchema), bulkAnswerSchema]) },
    errors: ["MODEL_NOT_FOUND", "URL_NOT_ALLOWED", "QUEUE_FULL"],
    profile: "course",
  },
  async ({ ctx, body, profile }) => {
    const { newTask: translate, tolerated, taskId } = readers[profile];
    if ("tasks" in body && "task_ids" in body) throw validationError([{ path: "tasks", message: eitherOr }]);
    if (!("task_ids" in body)) {
      const requests = validate(creation, body, "body").tasks;
      const tasks = await createTasks(ctx, requests.map(translate), tolerated);
      return json(tasks.map(presenters[profile].task));
    }
    const { task_ids: ids, action: name, reason } = validate(action, body, "body");
    const { verb, run } = bulkActions[name];
    return json(bulkAnswer(verb, ids.length, await run(ctx, ids, reason, taskId)));
  },
);

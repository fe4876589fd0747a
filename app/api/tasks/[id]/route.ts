import { route } from "#app/_server/hub-route.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { setDueDate } from "#domain/tasks/set-due-date.ts";
import { submitRequest } from "#domain/tasks/submit-request.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { editTaskSchema, readEdit } from "#lib/http/edit-task-body.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { ifMatchVersion, taskAnswer, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "Read a task with its result and history",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: anyTaskSchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, profile }) => taskAnswer(await getTask(ctx, { ref: params.id }), profile),
);

export const PATCH = route(
  {
    summary: "Edit a task as a new revision, give a waiting task its fields, or set its due date",
    access: "tasks:write",
    params: taskParams,
    body: editTaskSchema,
    responses: { 200: anyTaskSchema },
    errors: [
      "TASK_NOT_FOUND",
      "PRECONDITION_REQUIRED",
      "PRECONDITION_FAILED",
      "INVALID_STATUS_TRANSITION",
      "MODEL_NOT_FOUND",
      "URL_NOT_ALLOWED",
      "BUDGET_EXCEEDED",
    ],
  },
  async ({ ctx, params, body, profile, request }) => {
    const version = ifMatchVersion(request);
    const edit = readEdit(body);
    const ref = { ref: params.id };
    if ("dueAt" in edit) return taskAnswer(await setDueDate(ctx, ref, { version, ...edit }), profile);
    const { newTask: translate, tolerated } = readers[profile];
    const task =
      "requestData" in edit
        ? await submitRequest(ctx, ref, { version, translate, tolerated, ...edit })
        : await editTask(ctx, ref, { version, ...edit });
    return taskAnswer(task, profile);
  },
);

export const DELETE = route(
  {
    summary: "Delete a task, its files and its publication",
    access: "tasks:write",
    params: taskParams,
    responses: { 204: null },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    await deleteTask(ctx, { ref: params.id });
    return new Response(null, { status: 204 });
  },
);

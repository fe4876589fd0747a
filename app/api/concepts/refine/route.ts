import { createAnswer } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { requestDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { conceptRefinement } from "#task-types/concept-refinement/schema.ts";

export const POST = route(
  {
    summary: "Refine a logo concept",
    access: "tasks:write",
    body: jsonObjectSchema,
    bodyDocument: requestDocument(conceptRefinement),
    responses: { 200: anyTaskSchema, 202: anyTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, body, profile }) =>
    createAnswer({ ctx, body: { ...body, task_type: "concept_refinement" }, profile, status: 202 }),
);

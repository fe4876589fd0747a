import { createAnswer } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { requestDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { conceptGeneration } from "#task-types/concept-generation/schema.ts";

export const POST = route(
  {
    summary: "Draw a logo concept with one variation per palette",
    access: "tasks:write",
    body: jsonObjectSchema,
    bodyDocument: requestDocument(conceptGeneration),
    responses: { 200: anyTaskSchema, 202: anyTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, body, profile }) =>
    createAnswer({ ctx, body: { ...body, task_type: "concept_generation" }, profile, status: 202 }),
);

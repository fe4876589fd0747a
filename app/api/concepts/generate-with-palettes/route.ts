import { createAnswer } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { conceptTaskSchema } from "#lib/contract/concept-response.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";

export const POST = route(
  {
    summary: "Draw a logo concept with one variation per palette",
    access: "tasks:write",
    body: jsonObjectSchema,
    responses: { 200: conceptTaskSchema, 202: conceptTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, body, profile }) =>
    createAnswer({ ctx, body: { ...body, task_type: "concept_generation" }, profile, status: 202 }),
);

import * as z from "zod";
import { createAnswer, dryRunQuery } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { requestDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { pricedTaskSchema } from "#lib/contract/priced-task.ts";
import { conceptRefinement } from "#task-types/concept-refinement/schema.ts";

export const POST = route(
  {
    summary: "Refine a logo concept",
    access: "tasks:write",
    query: dryRunQuery,
    body: jsonObjectSchema,
    bodyDocument: requestDocument(conceptRefinement),
    responses: { 200: z.union([anyTaskSchema, pricedTaskSchema]), 202: anyTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, query, body, profile }) =>
    createAnswer({
      ...{ ctx, profile, status: 202, dryRun: query.dry_run },
      body: { ...body, task_type: "concept_refinement" },
    }),
);

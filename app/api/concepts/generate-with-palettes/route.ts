import * as z from "zod";
import { createAnswer, dryRunQuery } from "#app/_server/create-answer.ts";
import { route } from "#app/_server/hub-route.ts";
import { requestDocument } from "#domain/tasks/new-task-document.ts";
import { anyTaskSchema } from "#lib/contract/any-task.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { pricedTaskSchema } from "#lib/contract/priced-task.ts";
import { conceptGeneration } from "#task-types/concept-generation/schema.ts";

export const POST = route(
  {
    summary: "Draw a logo concept with one variation per palette",
    access: "tasks:write",
    query: dryRunQuery,
    body: jsonObjectSchema,
    bodyDocument: requestDocument(conceptGeneration),
    responses: { 200: z.union([anyTaskSchema, pricedTaskSchema]), 202: anyTaskSchema },
    errors: ["TASK_ID_TAKEN", "MODEL_NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, query, body, profile }) =>
    createAnswer({
      ...{ ctx, profile, status: 202, dryRun: query.dry_run },
      body: { ...body, task_type: "concept_generation" },
    }),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { commonRequestSchema, listTaskTypes } from "#domain/tasks/list-task-types.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { json } from "#lib/http/route.ts";

const typeSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    description: z.string(),
    request_schema: jsonObjectSchema.meta({ description: "JSON Schema of the type's own fields" }),
    phases: z.array(z.object({ name: z.string(), label: z.string(), model: z.string().nullable() })),
    requires_approval: z.boolean(),
    attempts: z.int(),
    timeout_minutes: z.number(),
    example: jsonObjectSchema,
  })
  .meta({ id: "TaskType" });

export const GET = route(
  {
    summary: "The task types: what each takes, its phases and its policy",
    access: "tasks:read",
    responses: { 200: z.object({ types: z.array(typeSchema), common_schema: jsonObjectSchema }) },
  },
  async ({ ctx }) => json({ types: await listTaskTypes(ctx), common_schema: commonRequestSchema() }),
);

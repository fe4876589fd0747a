import * as z from "zod";
import { jsonObjectSchema } from "./json.ts";

const instant = z.iso.datetime();

/** `TaskResponse` of concept-task-response.md. */
export const conceptTaskSchema = z
  .object({
    task_id: z.string(),
    status: z.enum(["pending", "processing", "completed", "failed"]),
    type: z.string(),
    message: z.string(),
    created_at: instant,
    updated_at: instant,
    completed_at: instant.nullable(),
    metadata: jsonObjectSchema,
    result_id: z.string().nullable(),
    image_url: z.string().nullable(),
    error_message: z.string().nullable(),
  })
  .meta({ id: "ConceptTask" });

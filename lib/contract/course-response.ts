import * as z from "zod";
import { jsonObjectSchema } from "./json.ts";
import { priorities, taskStatuses } from "./status.ts";

const instant = z.iso.datetime();

/** A task in the words of bulk-task-api.md. */
export const courseTaskSchema = z
  .object({
    id: z.string(),
    task_id: z.string(),
    number: z.int(),
    user_id: z.string(),
    account_id: z.string(),
    task_type: z.string(),
    priority: z.enum(priorities),
    status: z.enum(["PENDING", "QUEUED", "PROCESSING", "COMPLETED", "FAILED", "CANCELLED"]),
    state: z.enum(taskStatuses),
    progress: z.number(),
    title: z.string(),
    request_data: jsonObjectSchema.nullable(),
    task_source_name: z.string().nullable(),
    task_source_id: z.string().nullable(),
    task_source_group_id: z.string().nullable(),
    result_url: z.string().nullable(),
    task_folder_content: jsonObjectSchema.nullable().meta({ description: "The quiz, or names with their addresses" }),
    error_message: z.string().nullable(),
    error_details: jsonObjectSchema.nullable(),
    model_used: z.string().nullable(),
    degraded: z.boolean(),
    degraded_reasons: z.array(z.string()),
    warnings: z.array(z.string()),
    created_at: instant,
    updated_at: instant,
    started_at: instant.nullable(),
    completed_at: instant.nullable(),
    message: z.string().optional().meta({ description: "In the answer of creation" }),
    events: z
      .array(z.object({ timestamp: instant, message: z.string() }))
      .optional()
      .meta({ description: "Of one task and of bulk creation, not in lists" }),
  })
  .meta({ id: "CourseTask" });

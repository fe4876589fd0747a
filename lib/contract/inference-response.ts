import * as z from "zod";
import { jsonObjectSchema } from "./json.ts";
import { priorities, taskStatuses } from "./status.ts";

const instant = z.iso.datetime();

/** A task in the words of inference-task-manager.md. */
export const inferenceTaskSchema = z
  .object({
    id: z.string(),
    task_id: z.string(),
    status: z.enum(["pending", "running", "completed", "failed", "cancelled"]),
    state: z.enum(taskStatuses),
    task_type: z.string(),
    model_name: z.string().nullable(),
    model_used: z.string().nullable(),
    priority: z.enum(priorities),
    progress: z.number(),
    message: z.string(),
    created_at: instant,
    updated_at: instant,
    started_at: instant.nullable(),
    completed_at: instant.nullable(),
    cancelled_at: instant.nullable(),
    estimated_completion: instant.optional().meta({ description: "In the answer of creation" }),
    worker_id: z.string().nullable(),
    result: jsonObjectSchema.nullable(),
    result_url: z.string().nullable(),
    error_message: z.string().nullable(),
    degraded: z.boolean(),
    degraded_reasons: z.array(z.string()),
    warnings: z.array(z.string()),
  })
  .meta({ id: "InferenceTask" });

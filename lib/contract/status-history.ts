import * as z from "zod";
import { jsonObjectSchema } from "./json.ts";
import { actorResponseSchema } from "./task-response.ts";

export const statusHistorySchema = z
  .object({
    task_id: z.string(),
    history_count: z.int(),
    history: z.array(
      z.object({
        old_status: z.string().nullable(),
        new_status: z.string().nullable(),
        success: z.boolean(),
        reason: z.string().nullable(),
        actor: actorResponseSchema,
        timestamp: z.iso.datetime(),
        metadata: jsonObjectSchema.nullable(),
      }),
    ),
  })
  .meta({ id: "StatusHistory" });

import * as z from "zod";

export const groupSchema = z
  .object({
    task_source_group_id: z.string(),
    counts: z.record(z.string(), z.int()).meta({ description: "By canonical status" }),
    total: z.int(),
    progress: z.number(),
    total_cost: z.number(),
    quality_score: z.number().nullable(),
    first_activity: z.iso.datetime(),
    last_activity: z.iso.datetime(),
  })
  .meta({ id: "TaskGroup" });

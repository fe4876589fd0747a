import * as z from "zod";
import { taskStatuses } from "./status.ts";

export const groupSchema = z
  .object({
    task_source_group_id: z.string(),
    counts: z.partialRecord(z.enum(taskStatuses), z.int()).meta({ description: "By canonical status" }),
    total: z.int(),
    progress: z.number().meta({ description: "0–100: the mean over its tasks" }),
    total_cost: z.number().meta({ description: "US dollars" }),
    quality_score: z.number().nullable(),
    first_activity: z.iso.datetime(),
    last_activity: z.iso.datetime(),
  })
  .meta({ id: "TaskGroup" });
export type TaskGroup = z.output<typeof groupSchema>;

import * as z from "zod";
import { taskListItemSchema } from "./task-response.ts";

export const taskListResponseSchema = z
  .object({
    tasks: z.array(taskListItemSchema),
    total: z.int(),
    total_capped: z.boolean().optional().meta({ description: "There are more than the 10,000 that were counted" }),
    limit: z.int(),
    offset: z.int(),
    skip: z.int(),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: "TaskList" });

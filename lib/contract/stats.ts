import * as z from "zod";

export const statsSchema = z
  .object({
    days: z.array(
      z.object({
        date: z.string().meta({ description: "UTC" }),
        created: z.int(),
        approved: z.int(),
        rejected: z.int().meta({ description: "Rejected or sent back" }),
        completed: z.int(),
        cost: z.number().meta({ description: "US dollars" }),
        quality: z.number().nullable(),
      }),
    ),
    approval_rate: z.number().nullable().meta({ description: "Approvals among all decisions, 0–1" }),
    average_quality: z.number().nullable(),
    cost_per_approved: z.number().nullable(),
    cost_today: z.number(),
  })
  .meta({ id: "Stats" });

export type Stats = z.output<typeof statsSchema>;

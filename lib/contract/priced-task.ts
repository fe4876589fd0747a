import * as z from "zod";

/** What a dry run tells: the task would be accepted, and what it would take. */
export const pricedTaskSchema = z
  .object({
    valid: z.literal(true),
    task_type: z.string(),
    estimated_cost: z.number().nullable().meta({ description: "US dollars; null when a model's price is unknown" }),
    cost_by_phase: z
      .record(z.string(), z.number().nullable())
      .meta({ description: "The same for each phase that uses a model" }),
    estimated_seconds: z
      .number()
      .nullable()
      .meta({ description: "The median of the account's last 50 tasks of the type; null before the first" }),
    models: z.record(z.string(), z.string()).meta({ description: "The model of each phase that uses one" }),
    requires_approval: z.boolean(),
    warnings: z.array(z.string()),
  })
  .meta({ id: "PricedTask" });

export type PricedTask = z.output<typeof pricedTaskSchema>;

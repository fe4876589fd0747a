import * as z from "zod";

const shareSchema = z
  .object({ tasks: z.int(), cost: z.number().meta({ description: "US dollars" }), quality: z.number().nullable() })
  .meta({ description: "Of the tasks created in these days" });
const waitingSchema = z.object({ name: z.string(), count: z.int() });

export const statsSchema = z
  .object({
    days: z.array(
      z.object({
        date: z.string().meta({ description: "UTC" }),
        created: z.int(),
        approved: z.int(),
        rejected: z.int().meta({ description: "Rejected or sent back" }),
        completed: z.int().meta({ description: "Tasks that came to a result on that day" }),
        cost: z.number().meta({ description: "US dollars" }),
        quality: z.number().nullable(),
      }),
    ),
    totals: z
      .object({
        completed: z.int(),
        scored: z.int().meta({ description: "Tasks created in these days that have a quality" }),
        decided: z.int().meta({ description: "Tasks that a reviewer decided on" }),
        approved: z.int().meta({ description: "Of those, the ones that are approved or published now" }),
        cost: z.number().meta({ description: "US dollars" }),
      })
      .meta({ description: "Of these days; each is the total of the list under the filters of its name" }),
    types: z.array(shareSchema.extend({ task_type: z.string() })),
    models: z.array(shareSchema.extend({ model: z.string() })),
    waiting: z.object({ types: z.array(waitingSchema), groups: z.array(waitingSchema) }).meta({
      description:
        "What waits now for whoever asks, snoozed tasks and those they have approved left out, most first; the groups with most of it",
    }),
    approval_rate: z
      .number()
      .nullable()
      .meta({ description: "Approvals among all decisions that were not taken back, 0–1" }),
    average_quality: z.number().nullable(),
    cost_per_approved: z
      .number()
      .nullable()
      .meta({ description: "What these days cost by the tasks approved in them" }),
    cost_today: z.number(),
  })
  .meta({ id: "Stats" });

export type Stats = z.output<typeof statsSchema>;

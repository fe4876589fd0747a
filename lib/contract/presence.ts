import * as z from "zod";

export const presentPersonSchema = z
  .object({
    task_id: z.string(),
    user_id: z.string(),
    name: z.string(),
    since: z.iso.datetime(),
    holds: z.boolean().meta({
      description: "Whether it is theirs to decide now: the first to open it of those who may review",
    }),
  })
  .meta({ id: "PresentPerson" });

/** Somebody who has a task open at this moment. */
export type PresentPerson = z.output<typeof presentPersonSchema>;

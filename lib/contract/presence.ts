import * as z from "zod";

export const visitSchema = z
  .string()
  .regex(/^[\w-]{8,64}$/, { error: "must be 8 to 64 letters, digits, - or _" })
  .meta({ description: "One opening of the task in one page, named by whoever opens it; repeat it to renew it" });

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

import * as z from "zod";

const policySchema = z
  .object({
    task_type: z.string(),
    requires_approval: z.boolean().nullable().meta({ description: "What this account decided; null for nothing" }),
    approvals_needed: z.int().nullable().meta({ description: "People who must approve one revision; null is one" }),
    allow_own_approval: z
      .boolean()
      .nullable()
      .meta({ description: "Whether people may approve what they asked for or edited; null is yes" }),
    default_requires_approval: z.boolean().meta({ description: "What holds without a decision" }),
  })
  .meta({ id: "Policy" });
export type Policy = z.output<typeof policySchema>;

const limitsSchema = z
  .object({
    day_usd: z.number().nullable().meta({ description: "US dollars a day (UTC)" }),
    month_usd: z.number().nullable().meta({ description: "US dollars a calendar month (UTC)" }),
    review_backlog: z.int().nullable().meta({ description: "Tasks that may wait for review" }),
  })
  .meta({ description: "Null is no limit" });
export type Limits = z.output<typeof limitsSchema>;

/** What an account decided of approval, money and its reviewers' load. */
export const policiesSchema = z.object({
  policies: z.array(policySchema),
  limits: limitsSchema,
  reviewers: z.int().meta({ description: "Members who may approve at all" }),
});
export type Policies = z.output<typeof policiesSchema>;

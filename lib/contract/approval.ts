import * as z from "zod";

/** One person's approval of the present revision. */
type Approval = { userId: string | null; name: string; at: Date };

export type Approvals = { needed: number; given: Approval[] };

/** Why the caller, who reviews, may not approve this one. */
export type ApprovalRefusal = {
  reason: "asked_for_it" | "edited_it" | "already_approved" | "no_person";
  message: string;
  /** Names of those who can. */
  whoCan: string[];
};

export const approvalsSchema = z
  .object({
    needed: z.int().meta({ description: "How many people must approve one revision, by the policy as it is now" }),
    given: z.array(
      z.object({
        user_id: z.string().nullable().meta({ description: "The person, or the owner of the key" }),
        name: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: "Approvals", description: "Approvals of the current revision that stand" });

export const approvalRefusalSchema = z
  .object({
    reason: z.enum(["asked_for_it", "edited_it", "already_approved", "no_person"]),
    message: z.string(),
    who_can: z.array(z.string()),
  })
  .meta({ id: "ApprovalRefusal", description: "Why this caller, who may review, may not approve this task" });

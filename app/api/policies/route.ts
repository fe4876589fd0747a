import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { describeLimits, setLimits, setLimitsSchema } from "#domain/budgets/set-limits.ts";
import type { Ctx } from "#domain/context.ts";
import { countReviewers, listPolicies, setPolicy, setPolicySchema } from "#domain/policies/policies.ts";
import { type Policies, policiesSchema } from "#lib/contract/policies.ts";
import { json } from "#lib/http/route.ts";

async function describe(ctx: Ctx): Promise<Response> {
  const [policies, limits, reviewers] = await Promise.all([
    listPolicies(ctx),
    describeLimits(ctx),
    countReviewers(ctx),
  ]);
  return json({ policies, limits, reviewers } satisfies Policies);
}

export const GET = route(
  {
    summary: "Which types wait for approval and by whom, what may be spent, how much may wait for review",
    access: "account:admin",
    responses: { 200: policiesSchema },
  },
  async ({ ctx }) => describe(ctx),
);

export const PUT = route(
  {
    summary: "Set a type's approval policy, or the account's budgets and review backlog",
    access: "account:admin",
    body: z.strictObject({ policy: setPolicySchema.optional(), limits: setLimitsSchema.optional() }),
    responses: { 200: policiesSchema },
  },
  async ({ ctx, body }) => {
    if (body.policy) await setPolicy(ctx, body.policy);
    if (body.limits) await setLimits(ctx, body.limits);
    return describe(ctx);
  },
);

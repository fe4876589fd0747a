import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listPolicies, setPolicy, setPolicySchema } from "#domain/policies/policies.ts";
import { json } from "#lib/http/route.ts";

const policySchema = z
  .object({
    task_type: z.string(),
    requires_approval: z.boolean().nullable(),
    default_requires_approval: z.boolean(),
  })
  .meta({ id: "Policy" });
const answer = z.object({ policies: z.array(policySchema) });

export const GET = route(
  { summary: "Which types wait for approval here", access: "account:admin", responses: { 200: answer } },
  async ({ ctx }) => json({ policies: await listPolicies(ctx) }),
);

export const PUT = route(
  {
    summary: "Decide whether a type's results wait for approval",
    access: "account:admin",
    body: setPolicySchema,
    responses: { 200: answer },
  },
  async ({ ctx, body }) => {
    await setPolicy(ctx, body);
    return json({ policies: await listPolicies(ctx) });
  },
);

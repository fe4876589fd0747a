import { route } from "#app/_server/hub-route.ts";
import { verifyChain } from "#domain/audit/verify-chain.ts";
import { chainCheckSchema } from "#lib/contract/audit.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Compute the audit's hash chain anew and say whether it holds",
    access: "account:admin",
    responses: { 200: chainCheckSchema },
  },
  async ({ ctx }) => json(await verifyChain(ctx)),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { verifyChain } from "#domain/audit/verify-chain.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Compute the audit's hash chain anew and say whether it holds",
    access: "account:admin",
    responses: {
      200: z.union([
        z.object({ intact: z.literal(true), length: z.int(), head: z.string(), unsealed: z.int() }),
        z.object({ intact: z.literal(false), position: z.int(), reason: z.string() }),
      ]),
    },
  },
  async ({ ctx }) => json(await verifyChain(ctx)),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { issueToken, issueTokenSchema } from "#domain/auth/issue-token.ts";
import { roles } from "#lib/contract/access.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Exchange email and password for a token",
    access: "public",
    body: issueTokenSchema,
    responses: {
      200: z.object({
        access_token: z.string(),
        token_type: z.literal("Bearer"),
        expires_in: z.int().meta({ description: "Seconds" }),
        accounts: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })),
      }),
    },
    errors: ["UNAUTHENTICATED", "FORBIDDEN", "RATE_LIMITED"],
  },
  async ({ ctx, body, request }) => json(await issueToken(ctx.db, body, getClientInfo(request).address)),
);

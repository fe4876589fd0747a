import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { describeSession } from "#domain/auth/describe-session.ts";
import { roles, scopes } from "#lib/contract/access.ts";
import { json } from "#lib/http/route.ts";

const account = z.object({ id: z.string(), name: z.string(), slug: z.string(), role: z.enum(roles) });

export const GET = route(
  {
    summary: "Who is signed in, in which account",
    access: "account",
    responses: {
      200: z.object({
        user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
        account: account.extend({ scopes: z.array(z.enum(scopes)) }),
        accounts: z.array(account),
      }),
    },
  },
  async ({ ctx }) => json(await describeSession(ctx)),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { chooseAccount } from "#domain/accounts/choose-account.ts";
import { roles } from "#lib/contract/access.ts";
import { json } from "#lib/http/route.ts";

export const PUT = route(
  {
    summary: "Switch the signed-in browser to another account",
    access: "account",
    body: z.strictObject({ account_id: z.uuid() }),
    responses: {
      200: z.object({
        account: z.object({ id: z.string(), name: z.string(), slug: z.string(), role: z.enum(roles) }),
      }),
    },
  },
  async ({ ctx, body }) => {
    const { account, cookie } = await chooseAccount(ctx, body.account_id);
    return json({ account }, { headers: { "set-cookie": cookie } });
  },
);

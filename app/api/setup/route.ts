import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { completeSetup, completeSetupSchema } from "#domain/accounts/complete-setup.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Create the first admin and account, with the one-time set-up link",
    access: "public",
    body: completeSetupSchema,
    responses: { 201: z.object({ user_id: z.string(), account_id: z.string(), account_slug: z.string() }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, body }) => {
    const { account_name: accountName, ...person } = body;
    const made = await completeSetup(ctx.db, { ...person, accountName });
    return json({ user_id: made.userId, account_id: made.accountId, account_slug: made.accountSlug }, { status: 201 });
  },
);

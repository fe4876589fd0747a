import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { acceptInvitation, acceptInvitationSchema } from "#domain/members/accept-invitation.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Join an account by invitation",
    access: "public",
    body: acceptInvitationSchema,
    responses: { 200: z.object({ email: z.string(), user_id: z.string(), account_id: z.string() }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, body }) => {
    const { email, userId, accountId } = await acceptInvitation(ctx.db, body);
    return json({ email, user_id: userId, account_id: accountId });
  },
);

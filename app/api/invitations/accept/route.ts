import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { findSessionUser } from "#domain/auth/find-session-user.ts";
import { acceptInvitation, acceptInvitationSchema } from "#domain/members/accept-invitation.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Join an account by invitation",
    description: "Whoever has a user here already shows it is theirs, by its password or by being signed in.",
    access: "public",
    body: acceptInvitationSchema,
    responses: { 200: z.object({ email: z.string(), user_id: z.string(), account_id: z.string() }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, body, request }) => {
    const follower = {
      sessionUserId: await findSessionUser(ctx.db, request),
      clientIp: getClientInfo(request).address,
    };
    const { email, userId, accountId } = await acceptInvitation(ctx.db, body, follower);
    return json({ email, user_id: userId, account_id: accountId });
  },
);

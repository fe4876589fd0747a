import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { inviteMember, inviteMemberSchema } from "#domain/members/invite-member.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import { json } from "#lib/http/route.ts";

const mailedSchema = z.boolean().meta({ description: "Whether the link goes to the person by mail as well" });

export const POST = route(
  {
    summary: "Invite someone; the answer has the link to send them",
    access: "account:admin",
    body: inviteMemberSchema,
    responses: { 201: z.object({ invitation_url: z.string(), expires_at: z.iso.datetime(), mailed: mailedSchema }) },
  },
  async ({ ctx, body }) => {
    const { token, expiresAt, mailed } = await inviteMember(ctx, body);
    const url = absoluteUrl(`/invitation?token=${encodeURIComponent(token)}`);
    return json({ invitation_url: url, expires_at: expiresAt.toISOString(), mailed }, { status: 201 });
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { createResetLink } from "#domain/users/reset-password.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import { json } from "#lib/http/route.ts";

const mailedSchema = z.boolean().meta({ description: "Whether the link goes to the person by mail as well" });

export const POST = route(
  {
    summary: "Make a link by which a member sets a new password",
    access: "account:admin",
    params: z.strictObject({ id: z.string().max(64) }),
    body: z.strictObject({}),
    optionalBody: true,
    responses: { 201: z.object({ reset_url: z.string(), expires_at: z.iso.datetime(), mailed: mailedSchema }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const { token, expiresAt, mailed } = await createResetLink(ctx, { userId: params.id });
    const url = absoluteUrl(`/reset-password?token=${encodeURIComponent(token)}`);
    return json({ reset_url: url, expires_at: expiresAt.toISOString(), mailed }, { status: 201 });
  },
);

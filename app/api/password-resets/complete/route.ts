import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { completePasswordReset, completePasswordResetSchema } from "#domain/users/reset-password.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Set a new password with the link that was handed out",
    access: "public",
    body: completePasswordResetSchema,
    responses: { 200: z.object({ email: z.string() }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, body }) => json(await completePasswordReset(ctx.db, body)),
);

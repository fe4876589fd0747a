import { route } from "#app/_server/hub-route.ts";
import { requestPasswordReset, requestPasswordResetSchema } from "#domain/users/request-password-reset.ts";
import { getClientInfo } from "#lib/http/connection.ts";

export const POST = route(
  {
    summary: "Have a link for a new password mailed to oneself; the answer is the same whoever asks",
    access: "public",
    body: requestPasswordResetSchema,
    responses: { 204: null },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, body, request }) => {
    await requestPasswordReset(ctx.db, body.email, getClientInfo(request).address);
    return new Response(null, { status: 204 });
  },
);

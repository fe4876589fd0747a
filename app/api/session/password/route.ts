import { route } from "#app/_server/hub-route.ts";
import { changeOwnPassword, changeOwnPasswordSchema } from "#domain/users/change-own-password.ts";

export const PUT = route(
  {
    summary: "Change one's own password; ends every session",
    access: "account",
    body: changeOwnPasswordSchema,
    responses: { 204: null },
  },
  async ({ ctx, body }) => {
    await changeOwnPassword(ctx, { currentPassword: body.current_password, password: body.password });
    return new Response(null, { status: 204 });
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";

export const DELETE = route(
  {
    summary: "Revoke an API key at once",
    access: "account:admin",
    params: z.strictObject({ id: z.string().max(64) }),
    responses: { 204: null },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    await revokeKey(ctx, params);
    return new Response(null, { status: 204 });
  },
);

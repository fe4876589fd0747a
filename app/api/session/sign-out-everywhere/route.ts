import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { signOutEverywhere } from "#domain/auth/sign-out-everywhere.ts";

export const POST = route(
  {
    summary: "End every session and token of the person who asks",
    access: "account",
    body: z.strictObject({}),
    optionalBody: true,
    responses: { 204: null },
  },
  async ({ ctx }) => {
    await signOutEverywhere(ctx);
    return new Response(null, { status: 204 });
  },
);

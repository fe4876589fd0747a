import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Whether this web process answers, whatever the rest does",
    access: "public",
    limited: false,
    responses: { 200: z.object({ status: z.literal("alive") }) },
    profile: "inference",
  },
  async () => json({ status: "alive" }),
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listPresence } from "#domain/presence/read-presence.ts";
import { presentPersonSchema } from "#lib/contract/presence.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Who has which task open now; for people, not for keys",
    access: "tasks:read",
    query: z.strictObject({}),
    responses: { 200: z.object({ present: z.array(presentPersonSchema) }) },
  },
  async ({ ctx }) => json({ present: await listPresence(ctx) }),
);

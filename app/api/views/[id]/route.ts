import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { deleteView } from "#domain/views/saved-views.ts";

export const DELETE = route(
  {
    summary: "Forget a saved view",
    access: "tasks:read",
    params: z.strictObject({ id: z.string().max(64) }),
    responses: { 204: null },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    await deleteView(ctx, params.id);
    return new Response(null, { status: 204 });
  },
);

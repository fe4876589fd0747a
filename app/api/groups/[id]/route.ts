import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { getGroup } from "#domain/tasks/list-groups.ts";
import { groupSchema } from "#lib/contract/group.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "One source group: counts, progress, cost, quality",
    access: "tasks:read",
    params: z.strictObject({ id: z.string().max(200) }),
    responses: { 200: groupSchema },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params }) => json(await getGroup(ctx, params.id)),
);

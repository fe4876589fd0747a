import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listGroups } from "#domain/tasks/list-groups.ts";
import { groupSchema } from "#lib/contract/group.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Source groups, the latest activity first",
    access: "tasks:read",
    responses: { 200: z.object({ groups: z.array(groupSchema) }) },
  },
  async ({ ctx }) => json({ groups: await listGroups(ctx) }),
);

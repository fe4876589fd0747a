import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listMembers } from "#domain/members/list-members.ts";
import { memberSchema } from "#lib/contract/member.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "The account's members",
    access: "tasks:read",
    responses: { 200: z.object({ members: z.array(memberSchema) }) },
  },
  async ({ ctx }) => {
    const members = await listMembers(ctx);
    return json({ members: members.map(({ id, name, email, role }) => ({ id, name, email, role })) });
  },
);

import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { changeRole, changeRoleSchema } from "#domain/members/change-role.ts";
import { removeMember } from "#domain/members/remove-member.ts";
import { memberSchema } from "#lib/contract/member.ts";
import { json } from "#lib/http/route.ts";

const params = z.strictObject({ id: z.string().max(64) });

export const PATCH = route(
  {
    summary: "Change a member's role",
    access: "account:admin",
    params,
    body: changeRoleSchema,
    responses: { 200: memberSchema },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params: { id }, body }) => json(await changeRole(ctx, { userId: id, role: body.role })),
);

export const DELETE = route(
  {
    summary: "Remove a member from the account",
    access: "account:admin",
    params,
    responses: { 204: null },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params: { id } }) => {
    await removeMember(ctx, { userId: id });
    return new Response(null, { status: 204 });
  },
);

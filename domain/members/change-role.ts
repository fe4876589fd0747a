import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { memberships } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { getMember, requireAnotherAdmin } from "#domain/members/find-member.ts";
import { type Role, roles } from "#lib/contract/access.ts";
import type { Member } from "#lib/contract/member.ts";

export const changeRoleSchema = z.strictObject({ role: z.enum(roles) });

/**
 * Gives a member another role; their keys and sessions have it from the next request on.
 * @throws HubError NOT_FOUND; VALIDATION_ERROR for the last admin
 */
export async function changeRole(ctx: Ctx, input: { userId: string; role: Role }): Promise<Member> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    if (input.role !== "admin") await requireAnotherAdmin(txCtx, input.userId);
    const member = await getMember(tx, accountId, input.userId);
    if (member.role === input.role) return member;
    await tx
      .update(memberships)
      .set({ role: input.role })
      .where(and(eq(memberships.accountId, accountId), eq(memberships.userId, member.id)));
    await sendSignal(tx, { accountId, userId: input.userId }, { type: "access" });
    await recordAudit(txCtx, {
      action: "member.role",
      targetType: "member",
      targetId: member.id,
      detail: { from: member.role, to: input.role },
    });
    return { ...member, role: input.role };
  });
}

import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/api-keys.ts";
import { notificationSettings, notifications } from "#db/schema/attention.ts";
import { drafts } from "#db/schema/drafts.ts";
import { memberships } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { getMember, requireAnotherAdmin } from "#domain/members/find-member.ts";

/**
 * Takes a person out of the account: their keys in it end, and what was assigned to them is nobody's again. What they
 * made and decided stays, under their name.
 * @throws HubError NOT_FOUND; VALIDATION_ERROR for the last admin
 */
export async function removeMember(ctx: Ctx, input: { userId: string }): Promise<void> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  await inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    await requireAnotherAdmin(txCtx, input.userId);
    const member = await getMember(tx, accountId, input.userId);
    await tx.delete(memberships).where(and(eq(memberships.accountId, accountId), eq(memberships.userId, member.id)));
    for (const table of [notifications, notificationSettings, drafts]) {
      await tx.delete(table).where(and(eq(table.accountId, accountId), eq(table.userId, member.id)));
    }
    const keys = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.accountId, accountId), eq(apiKeys.createdBy, member.id), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    await tx
      .update(tasks)
      .set({ assignedTo: null })
      .where(and(eq(tasks.accountId, accountId), eq(tasks.assignedTo, member.id)));
    await sendSignal(tx, { accountId, userId: input.userId }, { type: "access" });
    await recordAudit(txCtx, {
      action: "member.remove",
      targetType: "member",
      targetId: member.id,
      detail: { name: member.name, role: member.role, revoked_keys: keys.map(({ id }) => id) },
    });
  });
}

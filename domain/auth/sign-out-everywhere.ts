import { eq, sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Ends every session and token of the person who asks, this one too, and the live streams that they opened. Their API keys go on: those are the account's.
 * @throws HubError FORBIDDEN for a key, which has no sessions
 */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { userId } = ctx.actor;
  if (!userId) throw new HubError("FORBIDDEN", "Only a person has sessions to end");
  await inAccount(ctx, async (tx) => {
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId));
    await sendSignal(tx, { accountId: null, userId }, { type: "access" });
    await recordAudit({ ...ctx, tx }, { action: "user.sign_out_everywhere", targetType: "user", targetId: userId });
  });
}

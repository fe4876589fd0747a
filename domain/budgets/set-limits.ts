import { sql } from "drizzle-orm";
import * as z from "zod";
import { accountSettings } from "#db/schema/accounts.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { readLimits } from "#domain/budgets/limits.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { Limits } from "#lib/contract/policies.ts";

const dollars = z.number().min(0).max(10_000_000).nullable().optional();

/** Null lifts a limit; absent leaves it as it is. */
export const setLimitsSchema = z.strictObject({
  day_usd: dollars.meta({ description: "US dollars a day (UTC)" }),
  month_usd: dollars.meta({ description: "US dollars a calendar month (UTC)" }),
  review_backlog: z.int().min(1).max(1_000_000).nullable().optional(),
});

/** What the account may spend, and how much may wait for its reviewers. */
export async function describeLimits(ctx: Ctx): Promise<Limits> {
  requireScope(ctx, "account:admin");
  const limits = await inAccount(ctx, (tx) => readLimits(tx, ctx.actor.accountId));
  return {
    day_usd: limits.day_usd ?? null,
    month_usd: limits.month_usd ?? null,
    review_backlog: limits.review_backlog ?? null,
  };
}

/** Tasks beyond a limit wait on hold, and go on by themselves when it allows. */
export async function setLimits(ctx: Ctx, input: z.output<typeof setLimitsSchema>): Promise<void> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  await inAccount(ctx, async (tx) => {
    const limits = { ...(await readLimits(tx, accountId)), ...input };
    await tx
      .insert(accountSettings)
      .values({ accountId, limits })
      .onConflictDoUpdate({ target: accountSettings.accountId, set: { limits, updatedAt: sql`now()` } });
    await recordAudit(
      { ...ctx, tx },
      { action: "limits.set", targetType: "settings", targetId: accountId, detail: { ...limits } },
    );
  });
}

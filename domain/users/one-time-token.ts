import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { DatabaseOrTransaction, Transaction } from "#db/client.ts";
import { oneTimeTokens } from "#db/schema/people.ts";
import { hashSecretToken, newSecretToken } from "#lib/auth/secret-token.ts";
import type { Role } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";

type Purpose = (typeof oneTimeTokens.$inferSelect)["purpose"];
export type OneTimeToken = typeof oneTimeTokens.$inferSelect;

type NewOneTimeToken = {
  purpose: Purpose;
  /** Hours that it can be used for. */
  hours: number;
  accountId?: string;
  userId?: string;
  email?: string;
  role?: Role;
};

/** Makes the secret of a link that works once; only its hash is kept. */
export async function issueOneTimeToken(
  tx: DatabaseOrTransaction,
  { hours, ...about }: NewOneTimeToken,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecretToken("");
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  await tx.insert(oneTimeTokens).values({ ...about, tokenHash: hashSecretToken(token), expiresAt });
  return { token, expiresAt };
}

/** What a link is about, without using it up; null when it works no more. */
export async function findOneTimeToken(
  db: DatabaseOrTransaction,
  purpose: Purpose,
  token: string,
): Promise<OneTimeToken | null> {
  const [row] = await db.select().from(oneTimeTokens).where(usable(purpose, token)).limit(1);
  return row ?? null;
}

/**
 * Uses a link up, in the transaction that does what it allows: of two that come at once, one finds it used.
 * @throws HubError NOT_FOUND, the same whether it never was, was used, or is too old.
 */
export async function redeemOneTimeToken(tx: Transaction, purpose: Purpose, token: string): Promise<OneTimeToken> {
  const [row] = await tx.update(oneTimeTokens).set({ usedAt: sql`now()` }).where(usable(purpose, token)).returning();
  if (!row) throw linkNotUsable();
  return row;
}

export function linkNotUsable(): HubError {
  return new HubError("NOT_FOUND", "This link is not valid any more; ask for a new one");
}

function usable(purpose: Purpose, token: string) {
  return and(
    eq(oneTimeTokens.tokenHash, hashSecretToken(token)),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, sql`now()`),
  );
}

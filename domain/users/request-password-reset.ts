import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#db/client.ts";
import { memberships, oneTimeTokens, users } from "#db/schema/people.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { countAttempt } from "#domain/auth/throttle.ts";
import { asSystem } from "#domain/context.ts";
import { issueOneTimeToken } from "#domain/users/one-time-token.ts";
import { mailResetLink } from "#domain/users/reset-password.ts";
import { emailSchema } from "#lib/auth/password-schema.ts";
import { HubError } from "#lib/errors.ts";
import { isMailSet } from "#lib/mail/transport.ts";
import { clientNetwork } from "#lib/net/client-network.ts";

export const requestPasswordResetSchema = z.strictObject({ email: emailSchema });

/** An answer takes this long at least, in milliseconds: how long it took must not tell whether there is such a person. */
const evenTime = 400;
const hours = 24;

/**
 * Mails a link for a new password to whoever has this address, if anyone has. A link of the last ten minutes stands:
 * asking again and again neither ends it nor fills a mailbox.
 * @throws HubError RATE_LIMITED; NOT_FOUND where the hub sends no mail
 */
export async function requestPasswordReset(db: Database, email: string, clientIp: string | null): Promise<void> {
  if (!isMailSet()) {
    throw new HubError("NOT_FOUND", "This hub sends no email: an admin makes the link, under Settings, Members");
  }
  const address = email.trim().toLowerCase();
  await countAttempt(db, [
    { subject: `reset-from:${clientNetwork(clientIp)}`, max: 20 },
    { subject: `reset:${address}`, max: 5 },
  ]);
  await Promise.all([sendLink(db, address), sleep(evenTime)]);
}

async function sendLink(db: Database, address: string): Promise<void> {
  await asSystem(db, async (tx) => {
    const [user] = await tx
      .select({ id: users.id, accountId: memberships.accountId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(and(sql`lower(${users.email}) = ${address}`, isNull(users.disabledAt)))
      .orderBy(asc(memberships.createdAt))
      .limit(1);
    if (!user) return;
    const [recent] = await tx
      .select({ id: oneTimeTokens.id })
      .from(oneTimeTokens)
      .where(
        and(
          eq(oneTimeTokens.userId, user.id),
          eq(oneTimeTokens.purpose, "password_reset"),
          isNull(oneTimeTokens.usedAt),
          gt(oneTimeTokens.createdAt, sql`now() - interval '10 minutes'`),
        ),
      )
      .limit(1);
    if (recent) return;
    const { token } = await issueOneTimeToken(tx, { purpose: "password_reset", userId: user.id, hours });
    const actor = systemActor(user.accountId, "password link");
    await mailResetLink({ db, tx, actor, requestId: null }, user.id, token);
  });
}

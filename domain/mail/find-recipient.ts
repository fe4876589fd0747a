import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships, users } from "#db/schema/people.ts";
import { type NotificationSettings, readSettings } from "#domain/notifications/settings.ts";
import type { Role } from "#lib/contract/access.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import type { Letter } from "#lib/mail/typeset-letter.ts";
import { type MailedKind, signSubscription } from "#lib/mail/unsubscribe-token.ts";

export type Recipient = {
  userId: string;
  email: string;
  role: Role;
  accountName: string;
  settings: NotificationSettings;
};

/** A person as they are when the mail goes out; null for who is no longer a member. */
export async function findRecipient(tx: Transaction, accountId: string, userId: string): Promise<Recipient | null> {
  const [row] = await tx
    .select({ userId: users.id, email: users.email, role: memberships.role, accountName: accounts.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.accountId, accountId), eq(memberships.userId, userId), isNull(users.disabledAt)));
  return row ? { ...row, settings: await readSettings(tx, accountId, userId) } : null;
}

const stopWords: Record<MailedKind, string> = {
  assigned: "Stop emails about assigned tasks",
  mentioned: "Stop emails about mentions",
  due: "Stop emails about due dates",
  failed: "Stop emails about failed tasks",
  digest: "Stop the daily email",
};

/** Why one gets a mail and how to stop it, for the reader and for their mail program. */
export function waysOut(
  accountId: string,
  { userId, accountName }: Recipient,
  kind: MailedKind,
): { footer: Letter["footer"]; unsubscribeUrl: string } {
  const token = encodeURIComponent(signSubscription({ accountId, userId, kind }));
  return {
    footer: [
      { text: `You get this as a member of ${accountName}.` },
      { text: stopWords[kind], url: absoluteUrl(`/unsubscribe?token=${token}`) },
      { text: "Choose what is sent by email", url: absoluteUrl("/settings/you") },
    ],
    unsubscribeUrl: absoluteUrl(`/api/notifications/unsubscribe?token=${token}`),
  };
}

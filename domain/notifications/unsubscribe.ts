import type { Database } from "#db/client.ts";
import { withAccount } from "#domain/context.ts";
import { isMember } from "#domain/members/find-member.ts";
import { readSettings, writeSettings } from "#domain/notifications/settings.ts";
import { HubError } from "#lib/errors.ts";
import { readSubscription } from "#lib/mail/unsubscribe-token.ts";

/**
 * Stops one kind of mail to one person, by what a mail's link carries. A second time changes nothing more.
 * @throws HubError NOT_FOUND for a token that is none of ours
 */
export async function unsubscribe(db: Database, token: string): Promise<void> {
  const subscription = readSubscription(token);
  if (!subscription) throw new HubError("NOT_FOUND", "This link is not whole; open it from the email again");
  const { accountId, userId, kind } = subscription;
  await withAccount(db, accountId, async (tx) => {
    if (!(await isMember(tx, accountId, userId))) return;
    const { mailed } = await readSettings(tx, accountId, userId);
    const change = kind === "digest" ? { digestHour: null } : { mailed: mailed.filter((each) => each !== kind) };
    await writeSettings(tx, accountId, userId, change);
  });
}

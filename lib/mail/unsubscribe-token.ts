import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { derivedKey } from "#lib/auth/derived-key.ts";
import { notificationKinds } from "#lib/contract/notification.ts";

/** Which mails, to whom, in which account. */
const subscriptionSchema = z.tuple([z.uuid(), z.uuid(), z.enum([...notificationKinds, "digest"])]);
export type MailedKind = z.output<typeof subscriptionSchema>[2];
export type Subscription = { accountId: string; userId: string; kind: MailedKind };

/** What the link in a mail carries: it stops that kind of mail and can do nothing else, so it does not expire. */
export function signSubscription({ accountId, userId, kind }: Subscription): string {
  const body = Buffer.from(JSON.stringify([accountId, userId, kind])).toString("base64url");
  return `${body}.${signature(body)}`;
}

/** Null for anything that this installation did not sign. */
export function readSubscription(token: string): Subscription | null {
  const [body = "", given = ""] = token.split(".");
  const [expected, actual] = [Buffer.from(signature(body)), Buffer.from(given)];
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  const read = subscriptionSchema.safeParse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  if (!read.success) return null;
  const [accountId, userId, kind] = read.data;
  return { accountId, userId, kind };
}

function signature(body: string): string {
  return createHmac("sha256", derivedKey("mail subscriptions")).update(body).digest("base64url");
}

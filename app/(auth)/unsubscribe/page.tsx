import type { Metadata } from "next";
import { MissingLink } from "#components/auth/missing-link.tsx";
import { UnsubscribeForm } from "#components/auth/unsubscribe-form.tsx";
import { readSubscription } from "#lib/mail/unsubscribe-token.ts";

export const metadata: Metadata = { title: "Stop emails", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const subscription = typeof token === "string" ? readSubscription(token) : null;
  if (!subscription || typeof token !== "string") {
    return <MissingLink what="This link is not complete" how="Open the whole link that stands in the email." />;
  }
  return <UnsubscribeForm token={token} kind={subscription.kind} />;
}

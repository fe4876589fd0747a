import type { Metadata } from "next";
import { InvitationForm } from "#components/auth/invitation-form.tsx";
import { MissingLink } from "#components/auth/missing-link.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    return (
      <MissingLink
        what="This invitation is not complete"
        how="Open the whole link that you were sent. If it has expired, ask for another one."
      />
    );
  }
  return <InvitationForm token={token} />;
}

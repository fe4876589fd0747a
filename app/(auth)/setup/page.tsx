import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MissingLink } from "#components/auth/missing-link.tsx";
import { SetupForm } from "#components/auth/setup-form.tsx";
import { getDb } from "#db/client.ts";
import { hasUsers } from "#domain/accounts/has-users.ts";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    if (await hasUsers(getDb())) redirect("/sign-in");
    return (
      <MissingLink
        what="This hub is not set up yet"
        how="Open the set-up link that npm start printed in its terminal. It works once and makes the first admin."
      />
    );
  }
  return <SetupForm token={token} />;
}

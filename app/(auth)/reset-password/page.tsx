import type { Metadata } from "next";
import { MissingLink } from "#components/auth/missing-link.tsx";
import { ResetForm } from "#components/auth/reset-form.tsx";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    return (
      <MissingLink
        what="This link is not complete"
        how={
          <>
            Open the whole link that you were given. An admin makes a new one in Settings, Members, or with{" "}
            <code className="font-mono text-ui whitespace-nowrap">npm run hub -- users reset-password</code>
          </>
        }
      />
    );
  }
  return <ResetForm token={token} />;
}

import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { getDb } from "#db/client.ts";
import { hasUsers } from "#domain/accounts/has-users.ts";
import { ownPath } from "#lib/own-path.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  if (!(await hasUsers(getDb()))) redirect("/setup");
  const { next, email } = await searchParams;
  const back = ownPath(typeof next === "string" ? next : null);
  return (
    <>
      <SignInForm next={back} email={typeof email === "string" ? email : ""} />
      <p className="text-center">
        <Link href="/forgot-password" className="text-ink-soft underline underline-offset-2 hover:text-ink">
          Forgot your password?
        </Link>
      </p>
    </>
  );
}

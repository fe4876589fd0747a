import type { Metadata } from "next";
import { SignInForm } from "#components/auth/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, email } = await searchParams;
  return <SignInForm next={ownPath(next)} email={typeof email === "string" ? email : ""} />;
}

/** Only a path of this hub: `//elsewhere` and `/\elsewhere` lead away from it. */
function ownPath(next: string | string[] | undefined): string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
}

import type { Metadata } from "next";
import { ForgotForm } from "#components/auth/forgot-form.tsx";
import { MissingLink } from "#components/auth/missing-link.tsx";
import { isMailSet } from "#lib/mail/transport.ts";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPasswordPage() {
  if (isMailSet()) return <ForgotForm />;
  return (
    <MissingLink
      what="This hub sends no email"
      how="Ask an admin of your account for a link: Settings, Members, Make a link for a new password."
    />
  );
}

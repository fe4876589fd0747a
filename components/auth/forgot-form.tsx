"use client";
import { useState } from "react";
import { requestPasswordReset } from "#lib/queries/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { useServerForm } from "./use-server-form.ts";

export function ForgotForm() {
  const [asked, setAsked] = useState<string | null>(null);
  const { form, submit, failure } = useServerForm({ email: "" }, async (values) => {
    await requestPasswordReset(values);
    setAsked(values.email);
  });
  if (asked) {
    return (
      <div role="status" className="flex flex-col gap-1">
        <h1 className="text-display">Look in your email</h1>
        <p className="text-body text-ink-soft">
          If {asked} is known here, a link for a new password is on its way. It works once, for a day.
        </p>
      </div>
    );
  }
  return (
    <AuthForm
      title="Forgot your password"
      intro="A link for a new one comes by email."
      fields={[{ name: "email", label: "Email address", type: "email", autoComplete: "username" }]}
      form={form}
      failure={failure}
      submitLabel="Send the link"
      onSubmit={submit}
    />
  );
}

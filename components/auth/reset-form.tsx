"use client";
import { resetPassword, signIn } from "#lib/queries/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { useServerForm } from "./use-server-form.ts";

export function ResetForm({ token }: { token: string }) {
  const { form, submit, failure } = useServerForm({ password: "" }, async ({ password }) => {
    const { email } = await resetPassword({ token, password });
    const refusal = await signIn(email, password);
    window.location.assign(refusal ? "/sign-in" : "/");
  });
  return (
    <AuthForm
      title="Choose a new password"
      intro="It ends every session that was open with the old one."
      fields={[
        {
          name: "password",
          label: "New password",
          type: "password",
          autoComplete: "new-password",
          minLength: 12,
          help: "At least 12 characters.",
        },
      ]}
      form={form}
      failure={failure}
      submitLabel="Save the password"
      onSubmit={submit}
    />
  );
}

"use client";
import { acceptInvitation, signIn } from "#lib/queries/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { useServerForm } from "./use-server-form.ts";

export function InvitationForm({ token }: { token: string }) {
  const { form, submit, failure } = useServerForm({ name: "", password: "" }, async (values) => {
    const { email } = await acceptInvitation({ token, ...values });
    const refusal = await signIn(email, values.password);
    window.location.assign(refusal ? "/sign-in" : "/");
  });
  return (
    <AuthForm
      title="Join the account"
      intro="You were invited to this hub. Choose the name that others see, and a password."
      fields={[
        { name: "name", label: "Your name", autoComplete: "name" },
        {
          name: "password",
          label: "Password",
          type: "password",
          autoComplete: "new-password",
          minLength: 12,
          help: "At least 12 characters. If you have a password here already, give that one.",
        },
      ]}
      form={form}
      failure={failure}
      submitLabel="Join"
      onSubmit={submit}
    />
  );
}

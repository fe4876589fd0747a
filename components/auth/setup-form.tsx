"use client";
import { setUp, signIn } from "#lib/queries/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { useServerForm } from "./use-server-form.ts";

const empty = { name: "", email: "", password: "", account_name: "" };

export function SetupForm({ token }: { token: string }) {
  const { form, submit, failure } = useServerForm(empty, async (values) => {
    await setUp({ token, ...values });
    const refusal = await signIn(values.email, values.password);
    window.location.assign(refusal ? "/sign-in" : "/");
  });
  return (
    <AuthForm
      title="Set up the hub"
      intro="You are its first admin. Others are invited later, in the settings."
      fields={[
        { name: "name", label: "Your name", autoComplete: "name" },
        { name: "email", label: "Email address", type: "email", autoComplete: "username" },
        {
          name: "password",
          label: "Password",
          type: "password",
          autoComplete: "new-password",
          minLength: 12,
          help: "At least 12 characters.",
        },
        {
          name: "account_name",
          label: "Account name",
          autoComplete: "organization",
          help: "The team or publication whose work is kept here.",
        },
      ]}
      form={form}
      failure={failure}
      submitLabel="Create the account"
      onSubmit={submit}
    />
  );
}

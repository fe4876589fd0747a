"use client";
import { signIn } from "#lib/queries/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { useServerForm } from "./use-server-form.ts";

export function SignInForm({ next, email = "" }: { next: string; email?: string }) {
  const { form, submit, failure } = useServerForm({ email, password: "" }, async (values) => {
    const refusal = await signIn(values.email, values.password);
    if (refusal) {
      form.setFocus("password", { shouldSelect: true });
      throw new Error(refusal);
    }
    window.location.assign(next);
  });
  return (
    <AuthForm
      title="Sign in"
      fields={[
        { name: "email", label: "Email address", type: "email", autoComplete: "username" },
        { name: "password", label: "Password", type: "password", autoComplete: "current-password" },
      ]}
      form={form}
      failure={failure}
      submitLabel="Sign in"
      onSubmit={submit}
    />
  );
}

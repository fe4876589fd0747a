"use client";
import { changePassword } from "#lib/queries/session.ts";
import { fieldMessage, useServerForm } from "../auth/use-server-form.ts";
import { Field, Input } from "../ui/field.tsx";
import { FormDialog } from "./form-dialog.tsx";

/** One's own password; the change ends every session, this one too, so one signs in with the new one. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { form, submit, failure } = useServerForm({ current_password: "", password: "" }, async (values) => {
    await changePassword(values);
    window.location.assign("/sign-in?next=%2Fsettings%2Fyou");
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <FormDialog
      title="Change your password"
      action="Change password"
      onSubmit={submit}
      onClose={onClose}
      busy={isSubmitting}
      failure={failure}
    >
      <Field id="current-password" label="Password now" error={fieldMessage(errors, "current_password")}>
        {(aria) => (
          <Input
            {...aria}
            {...form.register("current_password", { required: "Password now is needed" })}
            type="password"
            autoComplete="current-password"
            autoFocus
          />
        )}
      </Field>
      <Field
        id="new-password"
        label="New password"
        help="At least 12 characters. You are signed out everywhere, and sign in with it."
        error={fieldMessage(errors, "password")}
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("password", {
              required: "New password is needed",
              minLength: { value: 12, message: "At least 12 characters" },
            })}
            type="password"
            autoComplete="new-password"
          />
        )}
      </Field>
    </FormDialog>
  );
}

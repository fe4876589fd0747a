"use client";
import { useState } from "react";
import { type Role, roles } from "#lib/contract/access.ts";
import { inviteMember } from "#lib/queries/settings.ts";
import { fieldMessage, useServerForm } from "../auth/use-server-form.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { ShownOnce } from "./shown-once.tsx";

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ invitation_url: string; mailed: boolean } | null>(null);
  const { form, submit, failure } = useServerForm({ email: "", role: "reviewer" as Role }, async (values) => {
    setMade(await inviteMember(values));
  });
  const { errors, isSubmitting } = form.formState;
  if (made) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="The invitation"
        description={
          made.mailed
            ? `The link is on its way to ${form.getValues("email")}. It works once, for a week.`
            : "Send this link to the person yourself. It works once, for a week."
        }
      >
        <ShownOnce text={made.invitation_url} label="Invitation link" onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Invite">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {failure ? <ErrorLine error={new Error(failure)} /> : null}
        <Field id="invite-email" label="Email address" error={fieldMessage(errors, "email")}>
          {(aria) => (
            <Input
              {...aria}
              {...form.register("email", { required: "An address is needed" })}
              type="email"
              autoComplete="off"
            />
          )}
        </Field>
        <Field id="invite-role" label="Role" error={fieldMessage(errors, "role")}>
          {(aria) => (
            <Select {...aria} {...form.register("role")}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {role}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            Make the link
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

"use client";
import { useState } from "react";
import { type Role, roles } from "#lib/contract/access.ts";
import { sentenceCase } from "#lib/format/type-label.ts";
import { inviteMember } from "#lib/queries/settings.ts";
import { fieldMessage, useServerForm } from "../auth/use-server-form.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { FormDialog } from "./form-dialog.tsx";
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
    <FormDialog
      title="Invite"
      action="Make the link"
      onSubmit={submit}
      onClose={onClose}
      busy={isSubmitting}
      failure={failure}
    >
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
                {sentenceCase(role)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}

"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { profiles, type Scope, scopes } from "#lib/contract/access.ts";
import { createKey, keysQuery } from "#lib/queries/settings.ts";
import { fieldMessage, useServerForm } from "../auth/use-server-form.ts";
import { useSession } from "../shell/session-context.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../ui/field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { ShownOnce } from "./shown-once.tsx";

const meanings: Record<Scope, string> = {
  "tasks:read": "Read tasks",
  "tasks:write": "Create, edit and cancel tasks",
  "tasks:review": "Approve, reject and send back",
  "tasks:publish": "Publish and withdraw",
  "account:admin": "Manage members and keys",
};

/** The key itself is shown once, in the same dialog. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { account } = useSession();
  const [made, setMade] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly Scope[]>(["tasks:read", "tasks:write"]);
  const { form, submit, failure } = useServerForm({ name: "", profile: "", expires: "" }, async (values) => {
    const created = await createKey({
      name: values.name,
      scopes: [...chosen],
      ...(values.profile ? { profile: profiles.find((profile) => profile === values.profile) } : {}),
      ...(values.expires ? { expires_at: new Date(`${values.expires}T23:59:59`).toISOString() } : {}),
    });
    setMade(created.key);
    void client.invalidateQueries({ queryKey: keysQuery().queryKey });
  });
  const { errors, isSubmitting } = form.formState;
  if (made) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="The key"
        description="Copy it now: it is not shown again, here or anywhere."
      >
        <ShownOnce text={made} label="Key" onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title="Create a key"
      action="Create key"
      onSubmit={submit}
      onClose={onClose}
      busy={isSubmitting}
      failure={failure}
      disabled={chosen.length === 0}
    >
      <Field id="key-name" label="Name" help="What uses it: a CMS, a script." error={fieldMessage(errors, "name")}>
        {(aria) => <Input {...aria} {...form.register("name", { required: "A name is needed" })} autoComplete="off" />}
      </Field>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-strong">Rights</legend>
        {scopes
          .filter((scope) => account.scopes.includes(scope))
          .map((scope) => (
            <Checkbox
              key={scope}
              label={meanings[scope]}
              checked={chosen.includes(scope)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, scope] : chosen.filter((other) => other !== scope))
              }
            />
          ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="key-profile" label="Vocabulary" help="Which of the four APIs it speaks.">
          {(aria) => (
            <Select {...aria} {...form.register("profile")}>
              <option value="">As the path says</option>
              {profiles.map((profile) => (
                <option key={profile} value={profile}>
                  {profile}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="key-expires" label="Expires" required={false} error={fieldMessage(errors, "expires")}>
          {(aria) => <Input {...aria} {...form.register("expires")} type="date" />}
        </Field>
      </div>
    </FormDialog>
  );
}

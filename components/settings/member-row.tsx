"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { type Role, roles } from "#lib/contract/access.ts";
import type { Member } from "#lib/contract/member.ts";
import { sentenceCase } from "#lib/format/type-label.ts";
import { changeRole, makeResetLink, membersQuery, removeMember } from "#lib/queries/settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { IconButton } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Select } from "../ui/field.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { notify, notifyError } from "../ui/toast.ts";
import { ShownOnce } from "./shown-once.tsx";

/** One person of the account, and what an admin may do about them. */
export function MemberRow({ member }: { member: Member }) {
  const mayManage = useCan("account:admin");
  return (
    <li className="grid min-h-12 grid-cols-[1fr_auto] items-center gap-x-4 py-1.5 sm:grid-cols-[1fr_1fr_auto]">
      <span className="truncate font-strong">{member.name}</span>
      <span className="truncate text-ink-soft max-sm:order-last">{member.email}</span>
      {mayManage ? <Managed member={member} /> : <span>{member.role}</span>}
    </li>
  );
}

function Managed({ member }: { member: Member }) {
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const [link, setLink] = useState<{ reset_url: string; mailed: boolean } | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: membersQuery().queryKey });
  const role = useMutation({
    mutationFn: (next: Role) => changeRole(member.id, next),
    onSuccess: (changed) => notify({ text: `${changed.name} is ${changed.role} now` }),
    onError: (error) => notifyError(`The role of ${member.name} stays`, error),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => removeMember(member.id),
    onSuccess: () => notify({ text: `Removed: ${member.name}`, family: "stopped" }),
    onError: (error) => notifyError(`Not removed: ${member.name}`, error),
    onSettled: refresh,
  });
  const reset = useMutation({
    mutationFn: () => makeResetLink(member.id),
    onSuccess: (answer) => setLink(answer),
    onError: (error) => notifyError("The link was not made", error),
  });
  return (
    <span className="flex items-center gap-1">
      <Select
        aria-label={`Role of ${member.name}`}
        className="w-32!"
        value={role.isPending ? role.variables : member.role}
        disabled={role.isPending}
        onChange={(event) => {
          const next = roles.find((each) => each === event.target.value);
          if (next) role.mutate(next);
        }}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {sentenceCase(each)}
          </option>
        ))}
      </Select>
      <Menu
        align="end"
        trigger={
          <IconButton label={`More about ${member.name}`}>
            <Ellipsis className="size-4" aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => reset.mutate()}>Make a link for a new password</MenuItem>
        <MenuItem danger onSelect={() => setRemoving(true)}>
          Remove from the account
        </MenuItem>
      </Menu>
      {removing ? (
        <ConfirmDialog
          title={`Remove ${member.name}`}
          text="Their keys in this account end, and what was assigned to them is nobody's again. What they made and decided stays, under their name."
          action="Remove"
          onConfirm={() => remove.mutate()}
          onClose={() => setRemoving(false)}
        />
      ) : null}
      <Dialog
        open={link !== null}
        onClose={() => setLink(null)}
        title="The link for a new password"
        description={
          link?.mailed
            ? `It is on its way to ${member.email}. It works once.`
            : `Send it to ${member.name} yourself. It works once.`
        }
      >
        <ShownOnce text={link?.reset_url ?? ""} label="Password link" onClose={() => setLink(null)} />
      </Dialog>
    </span>
  );
}

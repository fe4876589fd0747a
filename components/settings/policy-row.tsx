"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { mostApprovals } from "#lib/contract/approval-limits.ts";
import type { Policy } from "#lib/contract/policies.ts";
import { type PolicyChange, policiesQuery, setPolicies } from "#lib/queries/account-settings.ts";
import { Select } from "../ui/field.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { notify, notifyError } from "../ui/toast.ts";
import { lockWarning } from "./lock-warning.ts";

type Props = { policy: Policy; label: string; reviewers: number };

/** What the account asks of one type's approval; each choice is saved as it is made. */
export function PolicyRow({ policy, label, reviewers }: Props) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (decision: PolicyChange) => setPolicies({ policy: { task_type: policy.task_type, ...decision } }),
    onSuccess: (answer) => {
      client.setQueryData(policiesQuery().queryKey, answer);
      notify({ id: "policy", text: `Saved: ${label}` });
    },
    onError: (error) => notifyError(`Not saved: ${label}`, error),
  });
  const shown = change.isPending ? { ...policy, ...change.variables } : policy;
  const id = `policy-${policy.task_type}`;
  const warning = lockWarning(shown, reviewers);
  return (
    <li
      aria-label={label}
      className="grid items-center gap-x-3 gap-y-1.5 py-1.5 max-md:grid-cols-2 max-md:py-3 md:grid-cols-[1fr_14rem_9rem_11rem]"
    >
      <span className="max-md:col-span-2 max-md:font-strong">{label}</span>
      <Choice id={id} name="Approval" of={label} className="max-md:col-span-2">
        <Select
          id={id}
          value={textOf(shown.requires_approval)}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate({ requires_approval: flagOf(target.value) })}
        >
          <option value="">Default: {policy.default_requires_approval ? "a person approves" : "no approval"}</option>
          <option value="true">A person approves</option>
          <option value="false">No approval</option>
        </Select>
      </Choice>
      <Choice id={`${id}-needed`} name="How many" of={label}>
        <Select
          id={`${id}-needed`}
          value={shown.approvals_needed ?? 1}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate({ approvals_needed: Number(target.value) })}
        >
          {Array.from({ length: mostApprovals }, (_, index) => index + 1).map((people) => (
            <option key={people} value={people}>
              {people === 1 ? "One person" : `${people} people`}
            </option>
          ))}
        </Select>
      </Choice>
      <Choice id={`${id}-own`} name="Own work" of={label}>
        <Select
          id={`${id}-own`}
          value={String(shown.allow_own_approval ?? true)}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate({ allow_own_approval: target.value === "true" })}
        >
          <option value="true">May be approved</option>
          <option value="false">Somebody else approves</option>
        </Select>
      </Choice>
      {warning ? (
        <p role="status" className="flex gap-2 col-span-full rounded-md bg-person-soft px-3 py-2">
          <FamilyMark family="person" className="mt-[3px]" />
          {warning}
        </p>
      ) : null}
    </li>
  );
}

/** Its name shows where the columns' heads do not. */
type ChoiceProps = { id: string; name: string; of: string; children: ReactNode; className?: string };

function Choice({ id, name, of, children, className }: ChoiceProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="text-ink-soft md:sr-only">
        {name}
        <span className="sr-only">: {of}</span>
      </label>
      {children}
    </div>
  );
}

function textOf(flag: boolean | null): string {
  return flag === null ? "" : String(flag);
}

function flagOf(text: string): boolean | null {
  return text === "" ? null : text === "true";
}

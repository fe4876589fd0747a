"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Policy, policiesQuery, setPolicies } from "#lib/queries/account-settings.ts";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Select } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { notify, notifyError } from "../ui/toast.ts";
import { AdminOnly } from "./admin-only.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { Section } from "./section.tsx";

export function PoliciesScreen() {
  return (
    <AdminOnly what="Policies">
      <Policies />
    </AdminOnly>
  );
}

function Policies() {
  const policies = useQuery(policiesQuery());
  const types = useQuery(taskTypesQuery());
  if (policies.isError) {
    return (
      <ErrorState
        error={policies.error}
        what="The policies could not be read"
        onRetry={() => void policies.refetch()}
      />
    );
  }
  if (!policies.data) return <SkeletonLines lines={8} label="Loading policies" />;
  const labels = new Map(types.data?.map((type) => [type.name, type.label]));
  return (
    <div className="flex flex-col gap-10">
      <Section
        title="Budgets and backlog"
        text="Tasks beyond a limit wait on hold and go on by themselves when it allows. An empty field is no limit."
      >
        <LimitsForm limits={policies.data.limits} />
      </Section>
      <Section
        title="Approval"
        text="Whether a result waits for a person. Tasks that exist keep what held when they were made; what is degraded always waits."
      >
        <ul className="divide-y divide-line border-y border-line">
          {policies.data.policies.map((policy) => (
            <PolicyRow
              key={policy.task_type}
              policy={policy}
              label={labels.get(policy.task_type) ?? policy.task_type.replaceAll("_", " ")}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function PolicyRow({ policy, label }: { policy: Policy; label: string }) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (requires_approval: boolean | null) =>
      setPolicies({ policy: { task_type: policy.task_type, requires_approval } }),
    onSuccess: (answer) => {
      client.setQueryData(policiesQuery().queryKey, answer);
      notify({ id: "policy", text: `Saved: ${label}` });
    },
    onError: (error) => notifyError(`Not saved: ${label}`, error),
  });
  const shown = change.isPending ? change.variables : policy.requires_approval;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <label htmlFor={`policy-${policy.task_type}`} className="mr-auto first-letter:uppercase">
        {label}
      </label>
      <Select
        id={`policy-${policy.task_type}`}
        className="w-72! max-sm:w-full!"
        value={shown === null ? "" : String(shown)}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.target.value === "" ? null : event.target.value === "true")}
      >
        <option value="">By default: {policy.default_requires_approval ? "a person approves" : "no approval"}</option>
        <option value="true">A person approves</option>
        <option value="false">No approval</option>
      </Select>
    </li>
  );
}

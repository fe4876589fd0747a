"use client";
import { useQuery } from "@tanstack/react-query";
import { typeLabel } from "#lib/format/type-label.ts";
import { policiesQuery } from "#lib/queries/account-settings.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { AdminOnly } from "./admin-only.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { PolicyRow } from "./policy-row.tsx";
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
        text={
          <>
            Whether a result waits for a person is settled when its task is made; what is degraded always waits. How
            many people must approve the same text, and whether those who asked for it or edited it may, holds at once
            for everything that waits. A key counts as the person who made it; one made at the command line is nobody.
          </>
        }
      >
        <div aria-hidden className="grid grid-cols-[1fr_14rem_9rem_11rem] gap-x-3 text-ink-faint max-md:hidden">
          <span>Type</span>
          <span>Approval</span>
          <span>How many</span>
          <span>Own work</span>
        </div>
        <ul className="divide-y divide-line border-y border-line">
          {policies.data.policies.map((policy) => (
            <PolicyRow
              key={policy.task_type}
              policy={policy}
              reviewers={policies.data.reviewers}
              label={typeLabel(policy.task_type)}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}

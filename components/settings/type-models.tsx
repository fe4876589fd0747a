"use client";
import { useQuery } from "@tanstack/react-query";
import { type Models, modelTiers } from "#lib/queries/account-settings.ts";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { Section } from "./section.tsx";

type Phase = Models["uses"][number]["phases"][number];

/** The model of each phase where a task names none. */
export function TypeModels({ models }: { models: Models }) {
  const types = useQuery(taskTypesQuery());
  const labelOf = (type: string, phase: string) =>
    types.data?.find(({ name }) => name === type)?.phases.find(({ name }) => name === phase)?.label ?? phase;
  return (
    <Section
      title="What each type uses"
      text="Where a task names no model. The tiers above decide; one name where all three come to the same."
    >
      {types.isPending ? <SkeletonLines lines={3} label="Loading the types" /> : null}
      {types.isError ? (
        <ErrorState error={types.error} what="The types could not be read" onRetry={() => void types.refetch()} />
      ) : null}
      <ul className="divide-y divide-line border-y border-line">
        {models.uses.map(({ task_type, phases }) => (
          <li key={task_type} className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[10rem_1fr]">
            <span className="max-sm:font-strong">
              {types.data?.find(({ name }) => name === task_type)?.label ?? task_type}
            </span>
            {phases.length === 0 ? <span className="text-ink-faint">no model</span> : null}
            <ul className="flex flex-col gap-0.5">
              {phases.map((phase) => (
                <li key={phase.name} className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] items-baseline gap-x-3">
                  <span className="text-ink-soft">{labelOf(task_type, phase.name)}</span>
                  <code className="font-mono text-small/5 break-words">{modelsOf(phase)}</code>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function modelsOf({ kind, models }: Phase): string {
  const named = modelTiers.map((tier) => models[tier] ?? `none: no ${kind} model`);
  if (new Set(named).size === 1) return named[0] ?? "";
  return modelTiers.map((tier, index) => `${tier}: ${named[index]}`).join(" · ");
}

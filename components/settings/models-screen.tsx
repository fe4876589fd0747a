"use client";
import { useQuery } from "@tanstack/react-query";
import { providerName } from "#lib/models/provider-name.ts";
import { type Models, modelsQuery, modelsWatchedMs } from "#lib/queries/account-settings.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { ModelAliases } from "./model-aliases.tsx";
import { ModelPrices } from "./model-prices.tsx";
import { ModelTiers } from "./model-tiers.tsx";
import { Section } from "./section.tsx";
import { Substitution } from "./substitution.tsx";
import { TypeModels } from "./type-models.tsx";

/** What generates here: who is connected, which model stands for which wish, and which phases use one. */
export function ModelsScreen() {
  const models = useQuery({ ...modelsQuery(), staleTime: 5_000, refetchInterval: modelsWatchedMs });
  if (models.isError && !models.data) {
    return (
      <ErrorState error={models.error} what="The models could not be read" onRetry={() => void models.refetch()} />
    );
  }
  if (!models.data) return <SkeletonLines lines={8} label="Loading models" />;
  return (
    <div className="flex flex-col gap-10">
      <Providers models={models.data} />
      <ModelPrices models={models.data} />
      <ModelTiers models={models.data} />
      <ModelAliases models={models.data} />
      <Substitution models={models.data} />
      <TypeModels models={models.data} />
    </div>
  );
}

function Providers({ models }: { models: Models }) {
  return (
    <Section
      title="Providers"
      text="The built-in models need no key and no network. Others are connected where the hub is started, by its environment. Workers look for an Ollama or llama.cpp server on their own machine, and find one that is started later."
    >
      <ul className="divide-y divide-line border-y border-line">
        {models.providers.map((provider) => (
          <li key={provider.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <FamilyMark family={provider.connected ? "good" : "stopped"} />
            <span className="font-strong">{providerName(provider.name)}</span>
            <code className="font-mono text-small text-ink-faint">{provider.name}/…</code>
            <span className="text-ink-soft">{standingOf(provider)}</span>
            {provider.variable ? (
              <code className="ml-auto font-mono text-small text-ink-soft max-sm:ml-0 max-sm:basis-full max-sm:pl-6.5">
                {provider.variable}
              </code>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function standingOf({ connected, found_at }: Models["providers"][number]): string {
  if (found_at) return `found at ${found_at}`;
  return connected ? "connected" : "not connected";
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";

const providers = [
  ["OpenAI", "OPENAI_API_KEY"],
  ["Anthropic", "ANTHROPIC_API_KEY"],
  ["Google", "GOOGLE_GENERATIVE_AI_API_KEY"],
  ["Ollama", "OLLAMA_BASE_URL"],
  ["Any OpenAI-compatible server", "OPENAI_COMPATIBLE_BASE_URL"],
] as const;

/** How models are connected, and which phases use one. */
export function ModelsScreen() {
  const types = useQuery(taskTypesQuery());
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="connect" className="flex flex-col gap-2">
        <h2 id="connect" className="text-body">
          Connecting providers
        </h2>
        <p className="text-ink-soft">
          The built-in models need no key and no network. Providers are connected where the hub is started, by its
          environment:
        </p>
        <ul className="divide-y divide-line">
          {providers.map(([name, variable]) => (
            <li key={variable} className="flex flex-wrap justify-between gap-x-4 py-2">
              {name}
              <code className="font-mono text-small text-ink-soft">{variable}</code>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="use" className="flex flex-col gap-2">
        <h2 id="use" className="text-body">
          What each type uses
        </h2>
        {types.isPending ? <SkeletonLines lines={3} label="Loading the types" /> : null}
        {types.isError ? (
          <ErrorState error={types.error} what="The types could not be read" onRetry={() => void types.refetch()} />
        ) : null}
        <ul className="divide-y divide-line">
          {types.data?.map((type) => (
            <li key={type.name} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2">
              {type.label}
              <span className="text-ink-soft">
                {type.phases.map((phase) => `${phase.name} (${phase.model ?? "no model"})`).join(" → ")}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

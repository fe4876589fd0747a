"use client";
import { describePrice } from "#lib/models/describe-price.ts";
import type { Models } from "#lib/queries/account-settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { TestAnyModel, TrialResult, useModelTest } from "./model-test.tsx";
import { Section } from "./section.tsx";

type Model = Models["models"][number];

/** What each model costs, and whether it answers. */
export function ModelPrices({ models }: { models: Models }) {
  const mayTest = useCan("account:admin");
  const connected = models.models.filter((model) => model.connected);
  const others = models.models.filter((model) => !model.connected);
  const sources = models.providers.filter(({ price_source }) => price_source);
  return (
    <Section
      title="Models and prices"
      text={
        <>
          List prices of {models.prices_as_of}, as published by{" "}
          {sources.map(({ name, price_source }, index) => (
            <span key={name}>
              {index > 0 ? ", " : ""}
              <a href={price_source ?? ""} target="_blank" rel="noreferrer" className="underline">
                {name}
              </a>
            </span>
          ))}
          . A model that is not listed costs an unknown amount, which shows as unknown.
        </>
      }
    >
      <ModelList models={connected} served={models.builtin_models} mayTest={mayTest} />
      {others.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-ink-soft">
            {others.length} models of providers that are not connected
          </summary>
          <ModelList models={others} served={[]} mayTest={false} />
        </details>
      ) : null}
      {mayTest ? <TestAnyModel /> : null}
    </Section>
  );
}

type Served = Models["builtin_models"];

function ModelList({ models, served, mayTest }: { models: Model[]; served: Served; mayTest: boolean }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {models.map((model) => (
        <ModelRow
          key={`${model.id} ${model.kind}`}
          model={model}
          work={workOf(served.find(({ id, kind }) => id === model.id && kind === model.kind))}
          mayTest={mayTest}
        />
      ))}
    </ul>
  );
}

/** ", for concept_generation"; empty for a model that takes any work of its kind. */
function workOf(model: Served[number] | undefined): string {
  const [only, ...others] = model?.serves ?? [];
  if (!only) return "";
  const names = [only, ...others].map(({ task_type }) => task_type);
  return `, for ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}

function ModelRow({ model: { id, kind, price }, work, mayTest }: { model: Model; work: string; mayTest: boolean }) {
  const trial = useModelTest();
  return (
    <li className="py-1.5">
      <div className="grid min-h-7 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[minmax(0,15rem)_4rem_1fr_auto]">
        <code className="truncate font-mono text-small">{id}</code>
        <span className="text-ink-faint max-sm:hidden">{kind}</span>
        <span className="tabular text-small text-ink-soft max-sm:order-last max-sm:col-span-2">
          <span className="sm:hidden">{kind}, </span>
          {price?.unit === "free" ? "free" : price ? describePrice(price) : "unknown"}
          {work}
        </span>
        {mayTest ? (
          <Button size="small" busy={trial.isPending} onClick={() => trial.mutate(id)}>
            Test <span className="sr-only">{id}</span>
          </Button>
        ) : null}
      </div>
      <TrialResult trial={trial} />
    </li>
  );
}

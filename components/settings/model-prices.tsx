"use client";
import { useState } from "react";
import { plural } from "#lib/format/number.ts";
import { calendarDay } from "#lib/format/time.ts";
import { typeLabel } from "#lib/format/type-label.ts";
import { describePrice } from "#lib/models/describe-price.ts";
import { providerName } from "#lib/models/provider-name.ts";
import type { Models } from "#lib/queries/account-settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { Time } from "../ui/time.tsx";
import { ModelPriceDialog } from "./model-price-dialog.tsx";
import { TestAnyModel, TrialResult, useModelTest } from "./model-test.tsx";
import { Section } from "./section.tsx";

type Model = Models["models"][number];

/** What each model costs, and whether it answers. */
export function ModelPrices({ models }: { models: Models }) {
  const isAdmin = useCan("account:admin");
  const connected = models.models.filter((model) => model.connected);
  const others = models.models.filter((model) => !model.connected);
  const sources = models.providers.filter(({ price_source }) => price_source);
  return (
    <Section
      title="Models and prices"
      text={
        <>
          List prices of {calendarDay(models.prices_as_of)}, as published by{" "}
          {sources.map(({ name, price_source }, index) => (
            <span key={name}>
              {index > 0 ? ", " : ""}
              <a href={price_source ?? ""} target="_blank" rel="noreferrer" className="underline">
                {providerName(name)}
              </a>
            </span>
          ))}
          . Providers change theirs: where yours differs, set it. What neither says is unknown, and counts as unknown.
        </>
      }
    >
      <ModelList models={connected} asOf={models.prices_as_of} served={models.builtin_models} isAdmin={isAdmin} />
      {others.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-ink-soft">
            {plural(others.length, "model")} of providers that are not connected
          </summary>
          <ModelList models={others} asOf={models.prices_as_of} served={[]} isAdmin={isAdmin} />
        </details>
      ) : null}
      {isAdmin ? (
        <>
          <PriceAnyModel />
          <TestAnyModel />
        </>
      ) : null}
    </Section>
  );
}

type Served = Models["builtin_models"];
type ListProps = { asOf: string; isAdmin: boolean };

function ModelList({ models, served, ...rest }: ListProps & { models: Model[]; served: Served }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {models.map((model) => (
        <ModelRow
          key={`${model.id} ${model.kind}`}
          model={model}
          work={workOf(served.find(({ id, kind }) => id === model.id && kind === model.kind))}
          {...rest}
        />
      ))}
    </ul>
  );
}

/** ", for concept"; empty for a model that takes any work of its kind. */
function workOf(model: Served[number] | undefined): string {
  const [only, ...others] = model?.serves ?? [];
  if (!only) return "";
  const names = [only, ...others].map(({ task_type }) => typeLabel(task_type).toLowerCase());
  return `, for ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}

function ModelRow({ model, work, asOf, isAdmin }: ListProps & { model: Model; work: string }) {
  const { id, kind, connected } = model;
  const trial = useModelTest();
  const [pricing, setPricing] = useState(false);
  return (
    <li className="py-1.5">
      <div className="grid min-h-7 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[minmax(0,15rem)_4rem_1fr_auto]">
        <code className="truncate font-mono text-small">{id}</code>
        <span className="text-ink-faint max-sm:hidden">{kind}</span>
        <span className="tabular text-small text-ink-soft max-sm:order-last max-sm:col-span-2">
          <span className="sm:hidden">{kind}, </span>
          <PriceOf model={model} asOf={asOf} />
          {work}
        </span>
        {isAdmin ? (
          <span className="flex gap-2">
            {id.startsWith("builtin/") ? null : (
              <Button size="small" look="quiet" onClick={() => setPricing(true)}>
                Set price <span className="sr-only">of {id}</span>
              </Button>
            )}
            {connected ? (
              <Button size="small" busy={trial.isPending} onClick={() => trial.mutate(id)}>
                Test <span className="sr-only">{id}</span>
              </Button>
            ) : null}
          </span>
        ) : null}
      </div>
      <TrialResult trial={trial} />
      {pricing ? <ModelPriceDialog model={model} onClose={() => setPricing(false)} /> : null}
    </li>
  );
}

/** What it costs, and who says so. */
function PriceOf({ model: { price, price_from, price_set }, asOf }: { model: Model; asOf: string }) {
  const words = price?.unit === "free" ? "free" : price ? describePrice(price) : "unknown";
  return (
    <>
      {words}
      {price_set ? (
        <span className="text-ink-faint">
          , set by {price_set.by} <Time at={price_set.at} />
        </span>
      ) : price_from === "list" && price?.unit !== "free" ? (
        <span className="text-ink-faint">, list of {calendarDay(asOf)}</span>
      ) : null}
    </>
  );
}

/** For models that no list knows, such as those of one's own server. */
function PriceAnyModel() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        Set the price of another model
      </Button>
      {open ? <ModelPriceDialog model={null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

"use client";
import { useState } from "react";
import { modelKinds } from "#lib/contract/model-kind.ts";
import { type Models, type ModelTier, modelTiers } from "#lib/queries/account-settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { Section } from "./section.tsx";
import { useModelChange } from "./use-model-change.ts";

type Tiers = Record<ModelTier, Record<string, string>>;

/** Which model a producer's wish for quality means, for each kind. */
export function ModelTiers({ models }: { models: Models }) {
  const mayChange = useCan("account:admin");
  const saved = filled(models.model_tiers);
  const [tiers, setTiers] = useState<Tiers>(saved);
  const save = useModelChange("the tiers");
  const changed = JSON.stringify(tiers) !== JSON.stringify(saved);
  function set(tier: ModelTier, kind: string, id: string) {
    const { [kind]: _before, ...others } = tiers[tier];
    setTiers({ ...tiers, [tier]: id.trim() === "" ? others : { ...others, [kind]: id } });
  }
  return (
    <Section
      title="Tiers"
      text="What “fast”, “balanced” and “quality” mean here, as provider/model. Of several, with commas between, each stands in for the one before it. Where a field is empty the hub chooses among what is connected."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ model_tiers: toChains(tiers) });
        }}
      >
        <table className="w-full max-sm:block">
          <thead className="max-sm:hidden">
            <tr className="text-left text-ink-faint">
              <td className="w-18" />
              {modelTiers.map((tier) => (
                <th key={tier} scope="col" className="pl-2 font-normal">
                  {tier}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-4">
            {modelKinds.map((kind) => (
              <tr key={kind} className="max-sm:grid max-sm:gap-2">
                <th scope="row" className="text-left font-normal text-ink-soft max-sm:font-strong max-sm:text-ink">
                  {kind}
                </th>
                {modelTiers.map((tier) => (
                  <td key={tier} className="py-0.5 pl-2 max-sm:flex max-sm:items-center max-sm:p-0">
                    <span aria-hidden className="w-20 shrink-0 text-ink-soft sm:hidden">
                      {tier}
                    </span>
                    <Input
                      aria-label={`${tier}, ${kind}`}
                      list={`models-${kind}`}
                      placeholder="automatic"
                      readOnly={!mayChange}
                      value={tiers[tier][kind] ?? ""}
                      onChange={(event) => set(tier, kind, event.target.value)}
                      className="font-mono text-small!"
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {modelKinds.map((kind) => (
          <datalist key={kind} id={`models-${kind}`}>
            {models.models
              .filter((model) => model.kind === kind && model.connected)
              .map((model) => (
                <option key={model.id} value={model.id} />
              ))}
          </datalist>
        ))}
        {mayChange ? (
          <Button type="submit" look="primary" className="self-start" busy={save.isPending} disabled={!changed}>
            Save tiers
          </Button>
        ) : null}
      </form>
    </Section>
  );
}

function filled(tiers: Models["model_tiers"]): Tiers {
  const typed = (tier: ModelTier) =>
    Object.fromEntries(Object.entries(tiers[tier] ?? {}).map(([kind, ids]) => [kind, [ids].flat().join(", ")]));
  return { fast: typed("fast"), balanced: typed("balanced"), quality: typed("quality") };
}

/** "ollama/mistral, openai/gpt-5-nano" → both, in order; one alone stands by itself. */
function toChains(tiers: Tiers): Models["model_tiers"] {
  const read = (text: string) => {
    const ids = text.split(",").flatMap((id) => id.trim() || []);
    return ids.length > 1 ? ids : (ids[0] ?? "");
  };
  return Object.fromEntries(
    modelTiers.map((tier) => [
      tier,
      Object.fromEntries(Object.entries(tiers[tier]).map(([kind, text]) => [kind, read(text)])),
    ]),
  );
}

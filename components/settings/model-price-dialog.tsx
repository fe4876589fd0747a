"use client";
import { useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import { describePrice } from "#lib/models/describe-price.ts";
import type { Price } from "#lib/models/price.ts";
import type { ModelChange, Models } from "#lib/queries/account-settings.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { priceUnits, readPriceForm, toPriceForm } from "./price-form.ts";
import { useModelChange } from "./use-model-change.ts";

type Model = Models["models"][number];

/** What the account pays for a model; without one, for a model that is typed. */
export function ModelPriceDialog({ model, onClose }: { model: Model | null; onClose: () => void }) {
  const [id, setId] = useState(model?.id ?? "");
  const [form, setForm] = useState(() => toPriceForm(model?.price ?? null, model?.kind ?? "text"));
  const save = useModelChange("the price");
  const price = readPriceForm(form);
  const set = (change: ModelChange["model_prices"]) => save.mutate({ model_prices: change }, { onSuccess: onClose });
  const [first, second] = priceUnits[form.unit].figures;
  return (
    <FormDialog
      title={model ? `Price of ${model.id}` : "Price of another model"}
      action="Set price"
      onSubmit={() => price && set({ [id.trim()]: price })}
      onClose={onClose}
      busy={save.isPending}
      disabled={price === null || id.trim() === ""}
      failure={save.error ? errorMessage(save.error) : null}
    >
      <p className="text-ink-soft text-pretty">
        Used in estimates, budgets and the cost of phases from now on. What was spent before stays as it was reckoned.
      </p>
      {model ? null : (
        <Field id="price-model" label="Model">
          {(aria) => (
            <Input
              {...aria}
              value={id}
              placeholder="provider/model"
              autoComplete="off"
              onChange={(event) => setId(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field id="price-unit" label="Billed by">
        {(aria) => (
          <Select
            {...aria}
            value={form.unit}
            onChange={(event) => setForm({ ...form, unit: event.target.value as Price["unit"] })}
          >
            {Object.entries(priceUnits).map(([unit, { label }]) => (
              <option key={unit} value={unit}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {first ? (
          <Figure {...first} id="price-first" value={form.first} onChange={(first) => setForm({ ...form, first })} />
        ) : null}
        {second ? (
          <Figure
            {...second}
            id="price-second"
            value={form.second}
            onChange={(second) => setForm({ ...form, second })}
          />
        ) : null}
      </div>
      {model?.price_set ? (
        <Button className="self-start" disabled={save.isPending} onClick={() => set({ [model.id]: null })}>
          {model.list_price ? `Back to the list: ${describePrice(model.list_price)}` : "Back to unknown"}
        </Button>
      ) : null}
    </FormDialog>
  );
}

type FigureProps = { id: string; label: string; help?: string; value: string; onChange: (value: string) => void };

function Figure({ id, label, help, value, onChange }: FigureProps) {
  return (
    <Field id={id} label={label} help={help}>
      {(aria) => (
        <Input
          {...aria}
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

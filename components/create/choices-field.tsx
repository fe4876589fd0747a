"use client";
import { Checkbox } from "../ui/field.tsx";
import { choiceLabel } from "./choice-label.ts";
import type { FieldBinding, FormField } from "./form-field.ts";
import { splitList } from "./form-values.ts";

type Props = { id: string; field: FormField; error: string | null; binding: FieldBinding };

/** Any of a few. */
export function ChoicesField({ id, field, error, binding }: Props) {
  const choices = field.schema.items?.enum?.map(String) ?? [];
  const chosen = splitList(String(binding.value), /,/);
  function toggle(choice: string, on: boolean) {
    binding.onChange(choices.filter((each) => (each === choice ? on : chosen.includes(each))).join(", "));
  }
  const describedBy = [error && `${id}-error`, field.schema.description && `${id}-help`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy || undefined} className="flex flex-col gap-1">
      <legend className="mb-1 font-strong">
        {field.label}
        {field.required === false ? <span className="ml-2 font-normal text-small text-ink-faint">optional</span> : null}
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            className="min-h-8!"
            label={choiceLabel(choice)}
            checked={chosen.includes(choice)}
            onChange={(event) => toggle(choice, event.target.checked)}
          />
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="text-bad">
          {error}
        </p>
      ) : null}
      {field.schema.description ? (
        <p id={`${id}-help`} className="text-small text-ink-faint">
          {field.schema.description}
        </p>
      ) : null}
    </fieldset>
  );
}

"use client";
import { count } from "#lib/format/number.ts";
import { Checkbox, Field } from "../ui/field.tsx";
import { ChoicesField } from "./choices-field.tsx";
import { FieldControl } from "./field-control.tsx";
import type { FieldBinding, FormField } from "./form-field.ts";

type Props = { field: FormField; error: string | null; binding: FieldBinding; idPrefix?: string };

/** One field of a type's form, or of an entry of a list in it. */
export function SchemaField({ field, error, binding, idPrefix = "field" }: Props) {
  const id = `${idPrefix}-${field.name}`;
  if (field.kind === "switch") {
    return (
      <div className="flex flex-col gap-1">
        <Checkbox
          id={id}
          label={<span className="font-strong">{field.label}</span>}
          checked={binding.value === true}
          onChange={(event) => binding.onChange(event.target.checked)}
        />
        {field.schema.description ? <p className="text-small text-ink-faint">{field.schema.description}</p> : null}
      </div>
    );
  }
  if (field.kind === "choices") return <ChoicesField id={id} field={field} error={error} binding={binding} />;
  return (
    <Field id={id} label={field.label} required={field.required} error={error} help={helpFor(field)}>
      {(aria) => <FieldControl field={field} aria={aria} binding={binding} />}
    </Field>
  );
}

/** Above it a limit is the computer's own, and tells a person nothing. */
const tellingLimit = 1_000_000_000;

const forms: Partial<Record<FormField["kind"], string>> = {
  tags: "Separated by commas.",
  numbers: "Numbers, separated by commas or blanks.",
  lines: "One per line.",
  json: "As JSON.",
};

function helpFor({ kind, schema }: FormField): string | undefined {
  const { minimum, maximum, description } = schema;
  const said = kind === "number or word" || minimum === undefined || maximum === undefined || maximum > tellingLimit;
  return (
    [description, said ? "" : `${count(minimum)} to ${count(maximum)}.`, forms[kind]].filter(Boolean).join(" ") ||
    undefined
  );
}

"use client";
import { Plus, X } from "lucide-react";
import { Button, IconButton } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { checkField } from "./check-field.ts";
import type { FieldBinding, FormField, FormValues } from "./form-field.ts";
import { toFormValue } from "./form-values.ts";
import { formOfRow, type RowForm, readRows, rowForms, writeRows } from "./list-rows.ts";
import { SchemaField } from "./schema-field.tsx";

type Props = { id: string; field: FormField; error: string | null; binding: FieldBinding };

/** Entries with fields of their own, as many as are wanted. */
export function ListField({ id, field, error, binding }: Props) {
  const forms = rowForms(field.schema);
  const rows = readRows(binding.value);
  const put = (next: readonly FormValues[]) => binding.onChange(writeRows(next));
  const replace = (index: number, row: FormValues) => put(rows.map((each, at) => (at === index ? row : each)));
  const [first] = forms;
  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-2 sm:col-span-2">
      <legend className="mb-1 font-strong">
        {field.label}
        {field.required === false ? <span className="ml-2 font-normal text-small text-ink-faint">optional</span> : null}
      </legend>
      {field.schema.description ? <p className="text-small text-ink-faint">{field.schema.description}</p> : null}
      {error ? <p className="text-bad">{error}</p> : null}
      {rows.map((row, index) => (
        <ListEntry
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place
          key={index}
          id={`${id}-${index}`}
          number={index + 1}
          forms={forms}
          row={row}
          showFaults={error !== null}
          onChange={(next) => replace(index, next)}
          onRemove={() => put(rows.filter((_, at) => at !== index))}
          onBlur={binding.onBlur}
        />
      ))}
      {rows.length < (field.schema.maxItems ?? Number.POSITIVE_INFINITY) && first ? (
        <Button className="self-start" onClick={() => put([...rows, emptyRow(first)])}>
          <Plus className="size-4" aria-hidden /> Add {rows.length === 0 ? "one" : "another"}
        </Button>
      ) : null}
    </fieldset>
  );
}

type EntryProps = {
  id: string;
  number: number;
  forms: readonly RowForm[];
  row: FormValues;
  showFaults: boolean;
  onChange: (row: FormValues) => void;
  onRemove: () => void;
  onBlur: () => void;
};

function ListEntry({ id, number, forms, row, showFaults, onChange, onRemove, onBlur }: EntryProps) {
  const form = formOfRow(forms, row);
  const small = (form?.fields.length ?? 0) > 4;
  return (
    <fieldset aria-label={`Entry ${number}`} className="min-w-0 border-l-2 border-line pl-4">
      <div className="mb-2 flex items-center gap-3">
        <span className="tabular text-ink-faint">{number}</span>
        {forms.length > 1 ? (
          <Select
            aria-label={`Kind of entry ${number}`}
            value={form?.type ?? ""}
            onChange={(event) => {
              const chosen = forms.find(({ type }) => type === event.target.value);
              if (chosen) onChange({ ...emptyRow(chosen), ...row, type: chosen.type ?? "" });
            }}
            className="max-w-48"
          >
            {forms.map(({ type, label }) => (
              <option key={type} value={type ?? ""}>
                {label}
              </option>
            ))}
          </Select>
        ) : null}
        <IconButton label={`Remove entry ${number}`} className="ml-auto" onClick={onRemove}>
          <X className="size-4" aria-hidden />
        </IconButton>
      </div>
      <div className={small ? "grid items-start gap-x-4 gap-y-3 sm:grid-cols-3" : "flex flex-col gap-3"}>
        {form?.fields.map((cell) => (
          <SchemaField
            key={cell.name}
            idPrefix={id}
            field={cell}
            error={showFaults ? checkField(cell, row[cell.name] ?? "") : null}
            binding={{
              value: row[cell.name] ?? "",
              onChange: (value) => onChange({ ...row, [cell.name]: value }),
              onBlur,
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function emptyRow({ type, fields }: RowForm): FormValues {
  const cells = fields.map((cell) => [cell.name, toFormValue(cell, cell.schema.default)] as const);
  return { ...(type === null ? {} : { type }), ...Object.fromEntries(cells) };
}

import clsx from "clsx";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { EditField } from "#task-types/edit-form.ts";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { textOf } from "./json-values.ts";

type Props = {
  field: Extract<EditField, { kind: "line" | "lines" }>;
  /** The object that the text belongs to. */
  owner: JsonObject;
  onChange: (value: Json) => void;
  id: string;
  label: string;
  help?: string;
  error: string | null;
};

/** A text with a counter where its length matters, in the units that its readers' network counts in. */
export function TextField({ field, owner, onChange, help, error, ...shared }: Props) {
  const text = textOf(owner[field.name]);
  const measured =
    field.measure?.(text, owner) ??
    (field.limit ? { length: text.length, limit: field.limit, unit: "characters" } : null);
  const over = measured !== null && measured.length > measured.limit;
  const counter = measured ? (
    <span className={clsx("tabular", over && "text-bad")}>
      {measured.length} of {measured.limit} {measured.unit}
    </span>
  ) : null;
  const tooLong = over ? `${measured.length - measured.limit} ${measured.unit} too long` : null;
  return (
    <Field {...shared} help={counter ?? help} error={error ?? tooLong}>
      {(aria) => {
        const set = (next: string) => onChange(next === "" && field.nullable ? null : next);
        return field.kind === "line" ? (
          <Input {...aria} value={text} onChange={(event) => set(event.target.value)} />
        ) : (
          <TextArea
            {...aria}
            className="field-sizing-content"
            value={text}
            onChange={(event) => set(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

"use client";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { EditField } from "#task-types/edit-form.ts";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { ContentEditor } from "../content-editor.tsx";
import { CellsEditor } from "./cells-editor.tsx";
import { ComparisonEditor } from "./comparison-editor.tsx";
import { useForm } from "./form-context.ts";
import { ItemsEditor } from "./items-editor.tsx";
import { objectOf, textOf, textsOf } from "./json-values.ts";
import { OptionsEditor } from "./options-editor.tsx";
import { TextField } from "./text-field.tsx";

type Props = {
  fields: readonly EditField[];
  /** The object that the fields stand in. */
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  /** Of the object, for errors and ids: `result.emails.0`. */
  path: string;
};

/** Each field with the control that fits it; those that the value does not have are left out. */
export function FieldsEditor({ fields, value, onChange, path }: Props) {
  const shown = fields.filter(({ name }) => name in value);
  return (
    <div className="@container min-w-0">
      <div className="grid gap-4 @2xl:grid-cols-2">
        {shown.map((field) => (
          <div key={field.name} className={isWide(field) ? "min-w-0 @2xl:col-span-2" : "min-w-0"}>
            <FieldEditor field={field} value={value} onChange={onChange} path={`${path}.${field.name}`} />
          </div>
        ))}
      </div>
    </div>
  );
}

function isWide({ kind }: EditField): boolean {
  return !["line", "words", "number", "choice"].includes(kind);
}

function FieldEditor({ field, value, onChange, path }: Omit<Props, "fields"> & { field: EditField }) {
  const { errors, pictures, taskId } = useForm();
  const own = value[field.name];
  const set = (next: Json) => onChange({ ...value, [field.name]: next });
  const shared = { id: `edit-${path}`, label: field.label, help: field.help, error: errors.get(path) ?? null };
  switch (field.kind) {
    case "line":
    case "lines":
      return <TextField field={field} owner={value} onChange={set} {...shared} />;
    case "markdown":
      return (
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="font-strong">{field.label}</legend>
          {shared.error ? <p className="text-bad">{shared.error}</p> : null}
          <ContentEditor
            taskId={taskId}
            value={textOf(own)}
            onChange={set}
            label={field.label}
            pictures={pictures}
            compact
          />
        </fieldset>
      );
    case "number":
      return (
        <Field {...shared}>
          {(aria) => (
            <Input
              {...aria}
              type="number"
              min={field.least}
              value={textOf(own)}
              onChange={(event) => set(event.target.value === "" ? null : event.target.valueAsNumber)}
            />
          )}
        </Field>
      );
    case "choice":
      return (
        <Field {...shared}>
          {(aria) => (
            <Select {...aria} value={textOf(own)} onChange={(event) => set(event.target.value)}>
              {field.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      );
    case "words":
      return (
        <Field {...shared}>
          {(aria) => (
            <TextArea
              {...aria}
              value={textsOf(own).join("\n")}
              onChange={(event) => set(event.target.value === "" ? [] : event.target.value.split("\n"))}
              onBlur={() =>
                set(
                  textsOf(own)
                    .map((word) => word.trim())
                    .filter(Boolean),
                )
              }
            />
          )}
        </Field>
      );
    case "options":
      return <OptionsEditor field={field} value={value} onChange={onChange} path={path} />;
    case "group":
      return (
        <fieldset className="flex min-w-0 flex-col gap-3">
          <legend className="sr-only">{field.label}</legend>
          <FieldsEditor fields={field.fields} value={objectOf(own)} onChange={set} path={path} />
        </fieldset>
      );
    case "table":
      return <CellsEditor label={field.label} rows={own} columns={textsOf(value[field.columns])} onChange={set} />;
    case "comparison":
      return <ComparisonEditor label={field.label} value={objectOf(own)} onChange={set} path={path} />;
    case "items":
      return <ItemsEditor field={field} value={own} onChange={set} path={path} Fields={FieldsEditor} />;
  }
}

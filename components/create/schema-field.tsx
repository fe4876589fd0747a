"use client";
import { useQuery } from "@tanstack/react-query";
import type { UseFormRegisterReturn } from "react-hook-form";
import { membersQuery } from "#lib/queries/settings.ts";
import { Checkbox, Field, type FieldAria, Input, Select, TextArea } from "../ui/field.tsx";
import type { FormField } from "./form-fields.ts";

type Props = { field: FormField; error: string | null; registration: UseFormRegisterReturn };

/** One field of a type's form. */
export function SchemaField({ field, error, registration }: Props) {
  if (field.kind === "switch") {
    return (
      <div className="flex flex-col gap-1">
        <Checkbox label={<span className="font-strong">{field.label}</span>} {...registration} />
        {field.schema.description ? <p className="text-small text-ink-faint">{field.schema.description}</p> : null}
      </div>
    );
  }
  return (
    <Field id={`field-${field.name}`} label={field.label} required={field.required} error={error} help={helpFor(field)}>
      {(aria) => <Control field={field} aria={aria} registration={registration} />}
    </Field>
  );
}

function helpFor({ kind, schema }: FormField): string | undefined {
  const { minimum, maximum } = schema;
  const range = minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}.` : "";
  const form =
    kind === "tags"
      ? "Separated by commas."
      : kind === "lines"
        ? "One on each line."
        : kind === "json"
          ? "As JSON."
          : "";
  return [schema.description, range, form].filter(Boolean).join(" ") || undefined;
}

function Control({
  field,
  aria,
  registration,
}: {
  field: FormField;
  aria: FieldAria;
  registration: UseFormRegisterReturn;
}) {
  const { kind, schema } = field;
  if (kind === "choice") {
    return (
      <Select {...aria} {...registration}>
        {schema.default === undefined ? <option value="">Not set</option> : null}
        {schema.enum?.map((choice) => (
          <option key={choice} value={choice}>
            {String(choice).replaceAll("_", " ")}
          </option>
        ))}
      </Select>
    );
  }
  if (kind === "member") return <MemberSelect aria={aria} registration={registration} />;
  if (kind === "long")
    return <TextArea {...aria} {...registration} className="field-sizing-content max-h-100 min-h-24!" />;
  if (kind === "lines") return <TextArea {...aria} {...registration} className="min-h-16!" />;
  if (kind === "json")
    return <TextArea {...aria} {...registration} className="min-h-16! font-mono text-small!" placeholder="{}" />;
  if (kind === "number") {
    return (
      <Input {...aria} {...registration} type="number" inputMode="decimal" min={schema.minimum} max={schema.maximum} />
    );
  }
  return <Input {...aria} {...registration} type={kind === "time" ? "datetime-local" : "text"} autoComplete="off" />;
}

function MemberSelect({ aria, registration }: { aria: FieldAria; registration: UseFormRegisterReturn }) {
  const { data: members } = useQuery(membersQuery());
  return (
    <Select {...aria} {...registration}>
      <option value="">Nobody</option>
      {members?.map((member) => (
        <option key={member.id} value={member.id}>
          {member.name}
        </option>
      ))}
    </Select>
  );
}

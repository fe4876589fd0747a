"use client";
import { Select } from "../ui/field.tsx";
import { type ImportField, typeField } from "./import-fields.ts";

type Props = {
  column: string;
  index: number;
  mapping: readonly string[];
  fields: readonly ImportField[];
  disabled: boolean;
  onChange: (mapping: string[]) => void;
};

/** Which field a column is; a field that another column was goes to this one. */
export function MappingSelect({ column, index, mapping, fields, disabled, onChange }: Props) {
  const value = mapping[index] ?? "";
  const options = fields.some((field) => field.path === value) || value === "" || value === typeField;
  return (
    <Select
      aria-label={`Column ${column} is`}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const chosen = event.target.value;
        onChange(mapping.map((path, at) => (at === index ? chosen : path === chosen ? "" : path)));
      }}
    >
      <option value="">Left out</option>
      <option value={typeField}>Type of the task</option>
      {options ? null : <option value={value}>{value}</option>}
      {fields.map((field) => (
        <option key={field.path} value={field.path}>
          {field.label}
          {field.required ? " (needed)" : ""}
        </option>
      ))}
    </Select>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { membersQuery } from "#lib/queries/settings.ts";
import { type FieldAria, Input, Select, TextArea } from "../ui/field.tsx";
import { choiceLabel } from "./choice-label.ts";
import type { FieldBinding, FormField } from "./form-field.ts";

const UploadControl = dynamic(() => import("./upload-control.tsx").then((module) => module.UploadControl));
const TableControl = dynamic(() => import("./table-control.tsx").then((module) => module.TableControl));

type Props = { field: FormField; aria: FieldAria; binding: FieldBinding };

/** What a value is typed or chosen in. */
export function FieldControl({ field, aria, binding }: Props) {
  const { kind, schema } = field;
  const { onBlur } = binding;
  const value = String(binding.value);
  const onChange = (event: { target: { value: string } }) => binding.onChange(event.target.value);
  const bound = { ...aria, value, onChange, onBlur };
  if (kind === "choice") {
    return (
      <Select {...bound}>
        {schema.default === undefined ? <option value="">{field.required ? "Choose one" : "Not set"}</option> : null}
        {schema.enum?.map((choice) => (
          <option key={choice} value={choice}>
            {choiceLabel(String(choice))}
          </option>
        ))}
      </Select>
    );
  }
  if (kind === "member") return <MemberSelect {...bound} />;
  if (kind === "upload")
    return <UploadControl aria={aria} value={value} onChange={binding.onChange} accept={schema["x-accept"]} />;
  if (kind === "table") return <TableControl aria={aria} binding={binding} />;
  if (kind === "long") return <TextArea {...bound} className="field-sizing-content max-h-100 min-h-24!" />;
  if (kind === "lines") return <TextArea {...bound} className="min-h-16!" />;
  if (kind === "json")
    return <TextArea {...bound} className="min-h-16! font-mono text-small!" placeholder="{}" spellCheck={false} />;
  if (kind === "number") {
    return <Input {...bound} type="number" inputMode="decimal" step="any" min={schema.minimum} max={schema.maximum} />;
  }
  if (kind === "number or word") return <NumberOrWord bound={bound} words={schema.enum ?? []} />;
  return <Input {...bound} type={kind === "time" ? "datetime-local" : "text"} autoComplete="off" />;
}

type Bound = FieldAria & {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
};

/** A number, or a word that stands for one. */
function NumberOrWord({ bound, words }: { bound: Bound; words: readonly (string | number)[] }) {
  return (
    <span className="flex gap-2">
      <Input {...bound} type="text" inputMode="numeric" autoComplete="off" className="min-w-0 flex-1" />
      {words.map((word) => (
        <button
          key={word}
          type="button"
          aria-pressed={bound.value === word}
          onClick={() => bound.onChange({ target: { value: bound.value === word ? "" : String(word) } })}
          className="h-8 shrink-0 rounded-md border border-line-strong/60 bg-surface px-3 text-ink-soft hover:bg-hover aria-pressed:border-accent aria-pressed:text-accent max-sm:h-11"
        >
          {word}
        </button>
      ))}
    </span>
  );
}

function MemberSelect(bound: Bound) {
  const { data: members } = useQuery(membersQuery());
  return (
    <Select {...bound}>
      <option value="">Nobody</option>
      {members?.map((member) => (
        <option key={member.id} value={member.id}>
          {member.name}
        </option>
      ))}
    </Select>
  );
}

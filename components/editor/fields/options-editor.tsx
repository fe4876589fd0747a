"use client";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import type { JsonObject } from "#lib/contract/json.ts";
import type { EditField } from "#task-types/edit-form.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { useForm } from "./form-context.ts";
import { textOf, textsOf } from "./json-values.ts";

type Props = {
  field: Extract<EditField, { kind: "options" }>;
  /** The question: its options, and the right one by its words. */
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  path: string;
};

/** Answers to choose from, one of them marked as right; without any, the right answer is written. */
export function OptionsEditor({ field, value, onChange, path }: Props) {
  const { errors } = useForm();
  const group = useId();
  const options = textsOf(value[field.name]);
  const right = textOf(value[field.answer]);
  const answerPath = path.replace(new RegExp(`${field.name}$`), field.answer);
  const chosen = options.indexOf(right);

  function write(index: number, text: string) {
    const answer = index === chosen ? { [field.answer]: text } : {};
    onChange({ ...value, [field.name]: options.with(index, text), ...answer });
  }
  function remove(index: number) {
    const answer = index === chosen ? { [field.answer]: "" } : {};
    onChange({ ...value, [field.name]: options.toSpliced(index, 1), ...answer });
  }
  const errorsHere = [errors.get(path), options.length > 0 ? errors.get(answerPath) : undefined].filter(Boolean);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="font-strong">{field.label}</legend>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is what stands at its place
        <div key={index} className="flex items-center gap-2">
          <input
            type="radio"
            name={group}
            aria-label={`Answer ${index + 1} is right`}
            className="size-4 accent-accent-fill"
            checked={index === chosen}
            onChange={() => onChange({ ...value, [field.answer]: option })}
          />
          <Input
            aria-label={`Answer ${index + 1}`}
            value={option}
            onChange={(event) => write(index, event.target.value)}
          />
          <IconButton label={`Remove answer ${index + 1}`} onClick={() => remove(index)}>
            <Trash2 className="size-4" aria-hidden />
          </IconButton>
        </div>
      ))}
      {options.length === 0 ? (
        <Field id={`edit-${answerPath}`} label="Right answer" error={errors.get(answerPath) ?? null}>
          {(aria) => (
            <Input
              {...aria}
              value={right}
              onChange={(event) => onChange({ ...value, [field.answer]: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {errorsHere.map((error) => (
        <p key={error} className="text-bad">
          {error}
        </p>
      ))}
      <Button
        size="small"
        className="self-start"
        onClick={() => onChange({ ...value, [field.name]: [...options, ""] })}
      >
        <Plus className="size-4" aria-hidden />
        Add an answer
      </Button>
    </fieldset>
  );
}

"use client";
import { useSyncExternalStore } from "react";
import type { FieldValues, Path, RegisterOptions, UseFormReturn } from "react-hook-form";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { Field, Input } from "../ui/field.tsx";
import { fieldMessage } from "./use-server-form.ts";

type AuthField<Values> = {
  name: keyof Values & string;
  label: string;
  help?: string;
  type?: "text" | "email" | "password";
  autoComplete: string;
  minLength?: number;
};

type Props<Values extends FieldValues> = {
  title: string;
  intro?: string;
  fields: readonly AuthField<Values>[];
  form: UseFormReturn<Values>;
  failure: string | null;
  submitLabel: string;
  onSubmit: () => void;
};

const never = () => () => {};

/** False until the page's scripts have taken the form over: sent before that, its words would stand in the address. */
function useTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

export function AuthForm<Values extends FieldValues>(props: Props<Values>) {
  const { title, intro, fields, form, failure, submitLabel, onSubmit } = props;
  const { errors, isSubmitting } = form.formState;
  const takenOver = useTakenOver();
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="flex flex-col gap-1">
        <h1 className="text-display">{title}</h1>
        {intro ? <p className="text-body text-ink-soft">{intro}</p> : null}
      </div>
      {failure ? <ErrorLine error={new Error(failure)} /> : null}
      {fields.map((field, index) => (
        <Field
          key={field.name}
          id={field.name}
          label={field.label}
          help={field.help}
          error={fieldMessage(errors, field.name)}
        >
          {(aria) => (
            <Input
              {...aria}
              {...form.register(
                field.name as unknown as Path<Values>,
                rules(field) as RegisterOptions<Values, Path<Values>>,
              )}
              type={field.type ?? "text"}
              autoComplete={field.autoComplete}
              autoFocus={index === 0}
              className="h-10"
            />
          )}
        </Field>
      ))}
      <Button type="submit" look="primary" busy={isSubmitting} disabled={!takenOver} className="h-10">
        {submitLabel}
      </Button>
    </form>
  );
}

function rules<Values>(field: AuthField<Values>): RegisterOptions {
  return {
    required: `${field.label} is needed`,
    ...(field.type === "email"
      ? { pattern: { value: /^\S+@\S+\.\S+$/, message: "This is not an email address" } }
      : {}),
    ...(field.minLength
      ? { minLength: { value: field.minLength, message: `At least ${field.minLength} characters` } }
      : {}),
  };
}

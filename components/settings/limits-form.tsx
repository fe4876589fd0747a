"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import type { Limits } from "#lib/contract/policies.ts";
import { policiesQuery, setPolicies } from "#lib/queries/account-settings.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { Field, Input } from "../ui/field.tsx";
import { notify } from "../ui/toast.ts";

const fields = [
  { name: "day_usd", label: "Dollars a day", help: "UTC days.", step: 0.01 },
  { name: "month_usd", label: "Dollars a month", help: "Calendar months, UTC.", step: 0.01 },
  { name: "review_backlog", label: "Tasks waiting for review", help: "New work holds beyond it.", step: 1 },
] as const;

type Form = Record<keyof Limits, string>;

export function LimitsForm({ limits }: { limits: Limits }) {
  const client = useQueryClient();
  const [form, setForm] = useState<Form>(() => toForm(limits));
  const save = useMutation({
    mutationFn: () => setPolicies({ limits: toLimits(form) }),
    onSuccess: (answer) => {
      client.setQueryData(policiesQuery().queryKey, answer);
      setForm(toForm(answer.limits));
      notify({ text: "Limits saved" });
    },
  });
  const changed = fields.some(({ name }) => form[name].trim() !== toForm(limits)[name]);
  const issues = save.error instanceof ApiError ? (save.error.details.issues ?? []) : [];
  const faultOf = (name: string) =>
    issues.find((issue) => issue.path.endsWith(name))?.message ??
    (save.error instanceof ApiError && save.error.details.field?.endsWith(name) ? save.error.details.reason : null);
  const placed = fields.some(({ name }) => faultOf(name));
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.error && !placed ? <ErrorLine error={save.error} /> : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {fields.map(({ name, label, help, step }) => (
          <Field key={name} id={`limit-${name}`} label={label} help={help} error={faultOf(name)}>
            {(aria) => (
              <Input
                {...aria}
                type="number"
                inputMode="decimal"
                min={0}
                step={step}
                placeholder="No limit"
                value={form[name]}
                onChange={(event) => setForm({ ...form, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="submit" look="primary" className="self-start" busy={save.isPending} disabled={!changed}>
        Save limits
      </Button>
    </form>
  );
}

function toForm(limits: Limits): Form {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    day_usd: text(limits.day_usd),
    month_usd: text(limits.month_usd),
    review_backlog: text(limits.review_backlog),
  };
}

function toLimits(form: Form): Limits {
  const value = (text: string) => (text.trim() === "" ? null : Number(text));
  return {
    day_usd: value(form.day_usd),
    month_usd: value(form.month_usd),
    review_backlog: value(form.review_backlog),
  };
}

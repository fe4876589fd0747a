"use client";
import { useState } from "react";
import { type FieldErrors, type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import { ApiError, errorMessage } from "#lib/api-client.ts";

/**
 * A form whose faults, from here or from the server, stand at their fields; what belongs to no field stands above the
 * button. The first faulty field gets the focus.
 */
export function useServerForm<Values extends FieldValues>(
  defaults: Values,
  send: (values: Values) => Promise<unknown>,
): { form: UseFormReturn<Values>; submit: () => void; failure: string | null } {
  const form = useForm<Values>({ mode: "onTouched", defaultValues: defaults as never });
  const [failure, setFailure] = useState<string | null>(null);
  const submit = form.handleSubmit(async (values) => {
    setFailure(null);
    try {
      await send(values);
    } catch (error) {
      const placed = placeErrors(error, form);
      if (!placed) setFailure(errorMessage(error));
    }
  });
  return { form, submit: () => void submit(), failure };
}

/** @returns whether every fault found its field */
export function placeErrors<Values extends FieldValues>(error: unknown, form: UseFormReturn<Values>): boolean {
  if (!(error instanceof ApiError)) return false;
  const { field, reason, issues = field ? [{ path: field, message: reason ?? error.message }] : [] } = error.details;
  const known = issues.filter((issue) => issue.path in form.getValues());
  for (const [index, issue] of known.entries()) {
    form.setError(issue.path as Path<Values>, { message: issue.message }, { shouldFocus: index === 0 });
  }
  return known.length > 0 && known.length === issues.length;
}

export function fieldMessage(errors: FieldErrors, name: string): string | null {
  const message = errors[name]?.message;
  return typeof message === "string" ? message : null;
}

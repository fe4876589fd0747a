"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { ApiError } from "#lib/api-client.ts";
import { createTask, type TaskTypeInfo } from "#lib/queries/task-types.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { fieldMessage, placeErrors } from "../auth/use-server-form.ts";
import { readDraft, useDraft } from "../task/use-draft.ts";
import { Button } from "../ui/button.tsx";
import { checkField } from "./check-field.ts";
import { FormFaults } from "./form-faults.tsx";
import type { FormField, FormValues } from "./form-field.ts";
import { emptyValues, formSections, valueAt } from "./form-fields.ts";
import { toFormValue } from "./form-values.ts";
import { ListField } from "./list-field.tsx";
import { QuoteLine } from "./quote-line.tsx";
import { RequestCodePanel } from "./request-code-panel.tsx";
import { SchemaField } from "./schema-field.tsx";
import { toRequest } from "./to-request.ts";

/** A type's form, its price, and the same request as code beside it. */
export function CreateForm({ type }: { type: TaskTypeInfo }) {
  const router = useRouter();
  const client = useQueryClient();
  const sections = useMemo(() => formSections(type.request_schema), [type]);
  const all = [...sections.own, ...sections.material, ...sections.common];
  const empty = useMemo(() => emptyValues(sections), [sections]);
  const draftKey = `create:${type.name}`;
  const form = useForm<FormValues>({ mode: "onTouched", defaultValues: empty, shouldFocusError: false });
  const values = form.watch();
  const forgetDraft = useDraft(draftKey, values);
  const restored = useRef(false);
  const [failure, setFailure] = useState<unknown>(null);
  const request = toRequest(type.name, sections, values);
  const sound = all.every((field) => checkField(field, values[field.name]) === null);
  const { errors, isSubmitting, isSubmitted } = form.formState;
  for (const field of all) form.register(field.name, { validate: (value) => checkField(field, value) ?? true });

  useEffect(() => {
    if (restored.current) return;
    restored.current = true;
    const draft = readDraft<FormValues>(draftKey);
    if (draft) form.reset({ ...empty, ...draft });
  }, [draftKey, empty, form]);

  const submit = form.handleSubmit(async (filled) => {
    setFailure(null);
    try {
      const created = await createTask(toRequest(type.name, sections, filled));
      forgetDraft();
      void client.invalidateQueries({ queryKey: taskKeys.all });
      router.push(`/queue/${encodeURIComponent(created.task_id)}`);
    } catch (error) {
      if (!placeErrors(atFields(error, all), form))
        setFailure(error instanceof ApiError ? error : new Error("The task was not created."));
    }
  }, focusFirstFault);
  function fillExample() {
    const filled = all.map((field) => [
      field.name,
      toFormValue(field, valueAt(type.example, field.path) ?? field.schema.default),
    ]);
    form.reset(Object.fromEntries(filled));
  }
  const show = (field: FormField) => {
    const binding = {
      value: values[field.name] ?? "",
      onChange: (value: string | boolean) =>
        form.setValue(field.name, value, { shouldDirty: true, shouldValidate: field.name in errors || isSubmitted }),
      onBlur: () => void form.trigger(field.name),
    };
    const shown = { field, error: fieldMessage(errors, field.name), binding };
    return field.kind === "list" ? (
      <ListField key={field.name} id={`field-${field.name}`} {...shown} />
    ) : (
      <SchemaField key={field.name} {...shown} />
    );
  };
  const faults = all.flatMap((field) => {
    const message = fieldMessage(errors, field.name);
    return message ? [{ name: field.name, label: field.label, message }] : [];
  });
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
      <form
        noValidate
        aria-label={`Create ${type.label}`}
        className="flex max-w-260 flex-col gap-6 p-6 max-sm:p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {form.formState.submitCount > 0 ? <FormFaults faults={faults} failure={failure} /> : null}
        <div className="flex items-center justify-between gap-4">
          <p className="text-ink-soft">{type.description}</p>
          <Button look="quiet" onClick={fillExample}>
            Fill in an example
          </Button>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-5 sm:grid-cols-2 sm:[&>:first-child]:col-span-2 sm:[&>:has(textarea)]:col-span-2">
          {sections.own.map(show)}
        </div>
        <div className="flex flex-col gap-5 border-t border-line pt-6">{sections.material.map(show)}</div>
        <details
          open={faults.some((fault) => sections.common.some((field) => field.name === fault.name)) || undefined}
          className="border-t border-line pt-4"
        >
          <summary className="font-strong">Source, priority, models and dates</summary>
          <div className="mt-5 grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 sm:[&>:has(textarea)]:col-span-2">
            {sections.common.map(show)}
          </div>
        </details>
        <div className="sticky bottom-0 -mx-6 flex flex-wrap items-center gap-4 border-t border-line bg-paper px-6 py-3 max-sm:bottom-14 max-sm:-mx-4 max-sm:px-4">
          <QuoteLine request={request} sound={sound} />
          <Button type="submit" look="primary" busy={isSubmitting} className="ml-auto min-w-32">
            Create task
          </Button>
        </div>
      </form>
      <div className="border-line p-6 max-lg:border-t max-sm:p-4 lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-l">
        <RequestCodePanel request={request} />
      </div>
    </div>
  );
}

/** The server names a field by its path in the request; a fault within a list stands at the list. */
function atFields(error: unknown, fields: readonly FormField[]): unknown {
  if (!(error instanceof ApiError)) return error;
  const { field, reason, issues = field ? [{ path: field, message: reason ?? error.message }] : [] } = error.details;
  const placed = issues.map((issue) => {
    const own = fields.find(({ path }) => issue.path === path.join(".") || issue.path.startsWith(`${path.join(".")}.`));
    return { ...issue, path: own?.name ?? issue.path };
  });
  const { code, status, requestId } = error;
  return new ApiError(error.message, { code, status, requestId, details: { ...error.details, issues: placed } });
}

function focusFirstFault() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("form [aria-invalid=true]")?.focus());
}

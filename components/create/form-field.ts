import type { FieldSchema } from "#lib/queries/task-types.ts";
import type { FieldKind } from "./field-kind.ts";

export type FormField = {
  /** Of the control; the parts of `path` with slashes between, as dots mean something to the form. */
  name: string;
  /** Where the value stands in the request. */
  path: readonly string[];
  label: string;
  schema: FieldSchema;
  /** Undefined where a default makes the question idle. */
  required: boolean | undefined;
  kind: FieldKind;
};

/** Everything a form holds is text or a switch; requests are made of it by `toRequest`. */
export type FormValues = Record<string, string | boolean>;

/** What ties a control to its value. */
export type FieldBinding = {
  value: string | boolean;
  onChange: (value: string | boolean) => void;
  onBlur: () => void;
};

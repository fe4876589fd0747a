import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type FieldProps = {
  id: string;
  label: string;
  help?: ReactNode;
  error?: string | null;
  required?: boolean;
  children: (aria: FieldAria) => ReactNode;
  className?: string;
};

export type FieldAria = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true };

/** Label above, help below, the error where the hand is. */
export function Field({ id, label, help, error, required, children, className }: FieldProps) {
  const describedBy = clsx(error && `${id}-error`, help && `${id}-help`);
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="flex items-baseline gap-2 font-strong">
        {label}
        {required === false ? <span className="font-normal text-small text-ink-faint">optional</span> : null}
      </label>
      {children({
        id,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(error ? { "aria-invalid": true } : {}),
        ...(required ? { "aria-required": true } : {}),
      })}
      {error ? (
        <p id={`${id}-error`} className="text-bad">
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className="text-small text-ink-faint">
          {help}
        </p>
      ) : null}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={clsx("control h-8 w-full px-2 text-body max-sm:h-11", className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={clsx("control min-h-20 w-full resize-y px-2 py-1.5 text-body", className)} {...rest} />;
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative inline-flex w-full", className)}>
      <select className="control h-8 w-full appearance-none truncate pr-7 pl-2 text-body max-sm:h-11" {...rest}>
        {children}
      </select>
      <svg
        viewBox="0 0 10 6"
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 w-2.5 -translate-y-1/2 text-ink-faint"
        fill="none"
        stroke="currentColor"
      >
        <path d="m1 1 4 4 4-4" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </span>
  );
}

export function Checkbox({ label, className, ...rest }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={clsx("inline-flex min-h-6 items-center gap-2", className)}>
      <input type="checkbox" className="size-4 accent-accent-fill" {...rest} />
      {label}
    </label>
  );
}

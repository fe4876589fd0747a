import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent-fill font-strong text-on-accent border-transparent hover:not-disabled:bg-accent-fill-hover",
  secondary: "bg-surface text-ink border-line-strong/60 hover:not-disabled:bg-hover",
  quiet: "bg-transparent text-ink-soft border-transparent hover:not-disabled:bg-hover hover:not-disabled:text-ink",
  danger: "bg-bad-fill font-strong text-on-accent border-transparent hover:not-disabled:opacity-90",
};

/** The same face for buttons and for links that act like one. */
export function buttonClass(look: ButtonLook = "secondary", size: "regular" | "small" = "regular"): string {
  return clsx(
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border whitespace-nowrap select-none",
    "transition-colors disabled:opacity-50",
    size === "regular" ? "h-8 px-3 max-sm:h-11" : "h-7 px-2",
    looks[look],
  );
}

export type ButtonProps = Omit<ComponentProps<"button">, "children"> & {
  look?: ButtonLook;
  size?: "regular" | "small";
  /** The key that does the same; shown and announced. */
  shortcut?: string;
  busy?: boolean;
  children: ReactNode;
};

export function Button({
  look,
  size,
  shortcut,
  busy,
  className,
  children,
  type = "button",
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(buttonClass(look, size), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      {children}
      {shortcut ? <Kbd keys={shortcut} onColour={look === "primary" || look === "danger"} /> : null}
    </button>
  );
}

export type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  label: string;
  children: ReactNode;
};

export function IconButton({ label, className, children, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors",
        "hover:bg-hover hover:text-ink disabled:opacity-50 aria-pressed:bg-hover aria-pressed:text-ink max-sm:size-10",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}

"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "./button.tsx";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  size?: "regular" | "wide";
};

export function Dialog({ open, ...props }: Props) {
  return open ? <OpenDialog {...props} /> : null;
}

/** The browser's own modal: it holds the focus, makes the rest inert, and gives the focus back when it goes. */
function OpenDialog({ onClose, title, description, children, size = "regular" }: Omit<Props, "open">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    body.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape does the same
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={clsx(
        "m-auto max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] animate-appear overflow-auto rounded-lg border border-line",
        "bg-raised text-ui text-ink shadow-float backdrop:bg-sunken/70",
        size === "wide" ? "max-w-200" : "max-w-110",
      )}
    >
      <div className="p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="text-title">
            {title}
          </h2>
          <IconButton label="Close" className="-mt-1 -mr-2" onClick={onClose}>
            <X className="size-4" aria-hidden />
          </IconButton>
        </div>
        {description ? (
          <p id={`${id}-description`} className="mt-1 text-ink-soft">
            {description}
          </p>
        ) : null}
        <div ref={body} className="mt-4">
          {children}
        </div>
      </div>
    </dialog>
  );
}

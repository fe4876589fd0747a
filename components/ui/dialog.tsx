"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  size?: "regular" | "wide";
};

export function Dialog({ open, onClose, title, description, children, size = "regular" }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-sunken/70 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={clsx(
            "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2",
            "overflow-auto rounded-lg border border-line bg-raised p-6 shadow-float transition-opacity",
            "data-ending-style:opacity-0 data-starting-style:opacity-0",
            size === "wide" ? "max-w-200" : "max-w-110",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="text-title">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label="Close" className="-mt-1 -mr-2">
                  <X className="size-4" aria-hidden />
                </IconButton>
              }
            />
          </div>
          {description ? <Base.Description className="mt-1 text-ink-soft">{description}</Base.Description> : null}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

"use client";
import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import type { ReactElement, ReactNode } from "react";

type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  side?: "top" | "bottom" | "right";
  align?: "start" | "end";
};

export function Menu({ trigger, children, side = "bottom", align = "start" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} side={side} align={align} className="z-50 outline-hidden">
          <Base.Popup className="max-h-(--available-height) min-w-44 overflow-auto rounded-md border border-line bg-raised p-1 shadow-float outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemClass =
  "flex h-8 cursor-default items-center gap-2 rounded-sm px-2 whitespace-nowrap outline-hidden data-highlighted:bg-hover data-disabled:opacity-50 max-sm:h-10";

export function MenuItem(props: { onSelect: () => void; children: ReactNode; danger?: boolean; disabled?: boolean }) {
  return (
    <Base.Item
      className={clsx(itemClass, props.danger && "text-bad")}
      onClick={props.onSelect}
      disabled={props.disabled ?? false}
    >
      {props.children}
    </Base.Item>
  );
}

type CheckProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode };

export function MenuCheckItem({ checked, onChange, children }: CheckProps) {
  return (
    <Base.CheckboxItem className={itemClass} checked={checked} onCheckedChange={onChange} closeOnClick={false}>
      <span className="inline-flex w-4 justify-center">
        <Base.CheckboxItemIndicator>
          <svg
            viewBox="0 0 14 14"
            aria-hidden="true"
            className="size-3.5 text-accent"
            fill="none"
            stroke="currentColor"
          >
            <path d="m2.75 7.5 3 3 5.5-6.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-2 pb-1 text-small text-ink-faint">{children}</div>;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import clsx from "clsx";
import type { ReactNode } from "react";

export type Tab<Value extends string> = { value: Value; label: string; shortcut?: string };

type Props<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children?: ReactNode;
  /** Of the row of tabs. */
  className?: string;
};

/** Underlined tabs; the panels are `TabPanel`s among the children. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, children, className }: Props<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next: Value) => onChange(next)} className="contents">
      <Base.List aria-label={label} className={clsx("flex shrink-0 gap-1 overflow-x-auto", className)}>
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            aria-keyshortcuts={tab.shortcut}
            className="h-10 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-2 data-active:border-ink data-active:font-strong data-active:text-ink max-sm:h-11"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  );
}

export function TabPanel({ value, children, className }: { value: string; children: ReactNode; className?: string }) {
  return (
    <Base.Panel value={value} className={className} tabIndex={-1}>
      {children}
    </Base.Panel>
  );
}

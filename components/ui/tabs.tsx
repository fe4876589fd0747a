"use client";
import clsx from "clsx";
import { createContext, type KeyboardEvent, type ReactNode, useContext, useId } from "react";

type Tab<Value extends string> = { value: Value; label: string; shortcut?: string };

type Props<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children?: ReactNode;
  /** Of the row of tabs. */
  className?: string;
};

const TabsContext = createContext({ id: "", value: "" });

/** Underlined tabs, of which one can be tabbed to and arrows move on; the panels are `TabPanel`s among the children. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, children, className }: Props<Value>) {
  const id = useId();
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs.at((at + step) % tabs.length);
    if (!next) return;
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  }
  return (
    <TabsContext value={{ id, value }}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className={clsx("flex shrink-0 gap-1 overflow-x-auto", className)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-${tab.value}-panel` : undefined}
            aria-keyshortcuts={tab.shortcut}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className="h-10 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-ink aria-selected:font-strong aria-selected:text-ink max-sm:h-11"
          >
            {tab.label}
          </button>
        ))}
      </div>
      {children}
    </TabsContext>
  );
}

export function TabPanel({ value, children, className }: { value: string; children: ReactNode; className?: string }) {
  const tabs = useContext(TabsContext);
  if (tabs.value !== value) return null;
  return (
    <div
      role="tabpanel"
      id={`${tabs.id}-${value}-panel`}
      aria-labelledby={`${tabs.id}-${value}`}
      tabIndex={-1}
      className={clsx("outline-hidden", className)}
    >
      {children}
    </div>
  );
}

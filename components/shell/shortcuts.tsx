"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Scope } from "#lib/contract/access.ts";
import { useRights } from "./session-context.tsx";
import { useStoredState } from "./stored-state.ts";

export type Shortcut = {
  /** "j", "?", "mod+k", "escape" */
  keys: string;
  label: string;
  /** Null for a key that somebody else answers to, such as a text editor: it is listed only. */
  run: (() => void) | null;
  /** Also while typing in a field. */
  inFields?: boolean;
  /** Again and again while it is held down. A decision is made once for each press. */
  repeats?: boolean;
  /** Not a key for those without this right. */
  needs?: Scope;
};

type Group = { name: string; shortcuts: readonly Shortcut[] };

class Registry {
  private groups: { id: symbol; group: Group }[] = [];
  private listeners = new Set<() => void>();
  snapshot: readonly Group[] = [];

  set(id: symbol, group: Group): void {
    const at = this.groups.findIndex((entry) => entry.id === id);
    if (at >= 0) this.groups[at] = { id, group };
    else this.groups.push({ id, group });
    this.publish();
  }
  remove(id: symbol): void {
    this.groups = this.groups.filter((entry) => entry.id !== id);
    this.publish();
  }
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  private publish(): void {
    this.snapshot = this.groups.map((entry) => entry.group);
    for (const notify of this.listeners) notify();
  }
}

const RegistryContext = createContext<Registry | null>(null);

/** Single keys can be turned off (WCAG 2.1.4); combinations with ⌘ or Ctrl stay. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [value, store] = useStoredState("single-keys", "on");
  return [value === "on", (on) => store(on ? "on" : "off")];
}

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new Registry(), []);
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const pressed = pressedKeys(event);
      const typing = isField(event.target);
      const floating = document.querySelector("dialog[open], [role=menu]:popover-open") !== null;
      const latestFirst = [...registry.snapshot].reverse().flatMap((group) => group.shortcuts);
      const match = latestFirst.find((shortcut) => shortcut.keys === pressed && shortcut.run !== null);
      // What floats has the keys to itself: Escape closes it, and not what lies behind.
      if (!match || floating || (typing && !match.inFields)) return;
      if (!singleKeys && !pressed.startsWith("mod+") && pressed !== "escape") return;
      event.preventDefault();
      if (!event.repeat || match.repeats) match.run?.();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [registry, singleKeys]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

function pressedKeys(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    ? !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
    : false;
}

/** Keys of a screen while it is mounted. The newest registration wins. */
export function useShortcuts(name: string, wanted: readonly Shortcut[]): void {
  const rights = useRights();
  const shortcuts = wanted.filter(({ needs }) => !needs || rights.includes(needs));
  const registry = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const id = useRef(Symbol(name));
  const listed = shortcuts.map((shortcut) => `${shortcut.keys}:${shortcut.label}`).join("|");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listed` stands for the shortcuts, whose functions are read late
  useEffect(() => {
    const own = id.current;
    const late = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: shortcut.run && (() => latest.current[index]?.run?.()),
    }));
    registry?.set(own, { name, shortcuts: late });
    return () => registry?.remove(own);
  }, [registry, name, listed]);
}

const none: readonly Group[] = [];

export function useShortcutGroups(): readonly Group[] {
  const registry = useContext(RegistryContext);
  return useSyncExternalStore(
    registry?.subscribe ?? (() => () => {}),
    () => registry?.snapshot ?? none,
    () => none,
  );
}

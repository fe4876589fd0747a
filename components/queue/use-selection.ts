"use client";
import { useRef, useState } from "react";

/** Which tasks are selected; with shift held, everything between the last one and this. */
export function useSelection(order: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  return {
    selected,
    clear: () => setSelected(new Set()),
    selectAll: () => setSelected(new Set(order)),
    toggle: (id: string, range = false) => {
      const on = !selected.has(id);
      const from = range && anchor.current !== null ? order.indexOf(anchor.current) : -1;
      const at = order.indexOf(id);
      const ids = from < 0 ? [id] : order.slice(Math.min(from, at), Math.max(from, at) + 1);
      const next = new Set(selected);
      for (const each of ids) {
        if (on) next.add(each);
        else next.delete(each);
      }
      anchor.current = id;
      setSelected(next);
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;

"use client";
import { useStoredState } from "../shell/stored-state.ts";
import { hiddenAtFirst, queueColumns } from "./queue-columns.tsx";

/** Which columns show, remembered in this browser. */
export function useColumnVisibility(): [Record<string, boolean>, (id: string, on: boolean) => void] {
  const [stored, store] = useStoredState("queue-columns-hidden", hiddenAtFirst.join(","));
  const hidden = stored.split(",").filter(Boolean);
  const visibility = Object.fromEntries(queueColumns.map((column) => [column.id, !hidden.includes(column.id)]));
  return [
    visibility,
    (id, on) => store((on ? hidden.filter((other) => other !== id) : [...hidden, id]).join(",") || ","),
  ];
}

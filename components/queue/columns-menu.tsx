"use client";
import { Columns3 } from "lucide-react";
import { useStoredState } from "../shell/stored-state.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuCheckItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
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

type Props = { visibility: Record<string, boolean>; onChange: (id: string, on: boolean) => void };

export function ColumnsMenu({ visibility, onChange }: Props) {
  const [density, setDensity] = useStoredState("density", "comfortable");
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Columns" className="max-sm:hidden">
          <Columns3 className="size-4" aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>Columns</MenuLabel>
      {queueColumns
        .filter((column) => column.id !== "title")
        .map((column) => (
          <MenuCheckItem
            key={column.id}
            checked={visibility[column.id] !== false}
            onChange={(on) => onChange(column.id, on)}
          >
            {column.label}
          </MenuCheckItem>
        ))}
      <MenuSeparator />
      <MenuCheckItem checked={density === "compact"} onChange={(on) => setDensity(on ? "compact" : "comfortable")}>
        Compact rows
      </MenuCheckItem>
    </Menu>
  );
}

"use client";
import { Columns3 } from "lucide-react";
import { useStoredState } from "../shell/stored-state.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuCheckItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { queueColumns } from "./queue-columns.tsx";

type Props = { visibility: Record<string, boolean>; onChange: (id: string, on: boolean) => void };

/** Which columns show, and how tall the rows are. */
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

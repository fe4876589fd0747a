"use client";
import { Download } from "lucide-react";
import { withQuery } from "#lib/api-client.ts";
import type { TaskFilters } from "#lib/queries/tasks.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuItem, MenuLabel } from "../ui/menu.tsx";

type Props = { filters: TaskFilters; what?: "listed" | "selected"; side?: "top" };

/** Everything that the filters find, as a file; the server writes it while it is read. */
export function ExportMenu({ filters, what = "listed", side }: Props) {
  const save = (format: "csv" | "json") =>
    window.location.assign(withQuery("/api/tasks/export", { ...filters, format }));
  return (
    <Menu
      align="end"
      side={side}
      trigger={
        <IconButton label={what === "listed" ? "Export" : "Export what is selected"} className="max-sm:hidden">
          <Download className="size-4" aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>Export what is {what}</MenuLabel>
      <MenuItem onSelect={() => save("csv")}>As CSV</MenuItem>
      <MenuItem onSelect={() => save("json")}>As JSON</MenuItem>
    </Menu>
  );
}

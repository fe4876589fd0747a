"use client";
import { Download } from "lucide-react";
import { withQuery } from "#lib/api-client.ts";
import type { TaskFilters } from "#lib/queries/tasks.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuItem, MenuLabel } from "../ui/menu.tsx";

type What = { filters: TaskFilters; what?: "listed" | "selected" };

/** Everything that the filters find, as a file; the server writes it while it is read. */
export function ExportMenu({ filters, what = "listed", side }: What & { side?: "top" }) {
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
      <ExportItems filters={filters} what={what} />
    </Menu>
  );
}

export function ExportItems({ filters, what = "listed" }: What) {
  const save = (format: "csv" | "json") =>
    window.location.assign(withQuery("/api/tasks/export", { ...filters, format }));
  return (
    <>
      <MenuLabel>Export what is {what}</MenuLabel>
      <MenuItem onSelect={() => save("csv")}>As CSV</MenuItem>
      <MenuItem onSelect={() => save("json")}>As JSON</MenuItem>
    </>
  );
}

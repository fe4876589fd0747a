"use client";
import type { TaskFilters } from "#lib/queries/tasks.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportMenu } from "./export-menu.tsx";

type Props = {
  filters: TaskFilters;
  visibility: Record<string, boolean>;
  onChange: (id: string, on: boolean) => void;
};

/** What is wanted now and then; it comes after the rows. */
export function QueueMenus({ filters, visibility, onChange }: Props) {
  return (
    <>
      <ExportMenu filters={filters} />
      <ColumnsMenu visibility={visibility} onChange={onChange} />
    </>
  );
}

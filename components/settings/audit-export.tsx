"use client";
import { useState } from "react";
import type { AuditEntry } from "#lib/contract/audit.ts";
import { csvLine } from "#lib/format/csv.ts";
import { plural } from "#lib/format/number.ts";
import { type AuditFilters, readAudit } from "#lib/queries/account-settings.ts";
import { saveFile } from "../shell/save-file.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { notify, notifyError } from "../ui/toast.ts";

const pageSize = 1000;
const columns = [
  "id",
  "created_at",
  "actor_type",
  "actor_id",
  "actor_name",
  "action",
  "target_type",
  "target_id",
  "detail",
  "request_id",
  "position",
  "hash",
];

/** Everything that fits the filters, page after page, as one file. */
export function AuditExport({ filters }: { filters: AuditFilters }) {
  const [busy, setBusy] = useState(false);
  async function save(format: "csv" | "json") {
    setBusy(true);
    try {
      const entries = await readAll(filters);
      const text = format === "csv" ? toCsv(entries) : JSON.stringify(entries, null, 2);
      saveFile(`audit.${format}`, format === "csv" ? "text/csv" : "application/json", [text]);
      notify({ text: `${plural(entries.length, "entry", "entries")} exported` });
    } catch (error) {
      notifyError("The audit was not exported", error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Menu align="end" trigger={<Button busy={busy}>Export</Button>}>
      <MenuItem onSelect={() => void save("csv")}>As CSV</MenuItem>
      <MenuItem onSelect={() => void save("json")}>As JSON</MenuItem>
    </Menu>
  );
}

async function readAll(filters: AuditFilters): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof readAudit>> = await readAudit(filters, before, pageSize);
    entries.push(...page.entries);
    before = page.next_before;
  } while (before !== null);
  return entries;
}

function toCsv(entries: readonly AuditEntry[]): string {
  const lines = entries.map(({ actor, detail, ...entry }) =>
    csvLine([
      entry.id,
      entry.created_at,
      ...[actor.type, actor.id, actor.name],
      ...[entry.action, entry.target_type, entry.target_id, JSON.stringify(detail)],
      ...[entry.request_id, entry.position, entry.hash],
    ]),
  );
  return [csvLine(columns), ...lines].join("");
}

"use client";
import type { Member } from "#lib/contract/member.ts";
import { statusLabel } from "#lib/format/status.ts";
import { typeLabel } from "#lib/format/type-label.ts";
import { FilterChip } from "../ui/chip.tsx";
import { momentText } from "./local-days.ts";
import { occasions, type QueueFilters } from "./queue-filters.ts";
import type { SetQueueFilters } from "./use-queue-filters.ts";

type Props = { filters: QueueFilters; setFilters: SetQueueFilters; members: readonly Member[] };

/** Every filter that is on, each with the cross that takes it away. */
export function FilterChips({ filters, setFilters, members }: Props) {
  const chips: { name: string; text: string; remove: Parameters<SetQueueFilters>[0] }[] = [];
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? id;
  if (filters.status.length > 0) {
    chips.push({ name: "Status", text: filters.status.map(statusLabel).join(", "), remove: { status: null } });
  }
  if (filters.type.length > 0) {
    const text = filters.type.map((type) => typeLabel(type)).join(", ");
    chips.push({ name: "Type", text, remove: { type: null } });
  }
  if (filters.group) chips.push({ name: "Group", text: filters.group, remove: { group: null } });
  if (filters.sources.length > 0)
    chips.push({ name: "Source", text: filters.sources.join(", "), remove: { sources: null } });
  if (filters.model) chips.push({ name: "Model", text: filters.model, remove: { model: null } });
  if (filters.used) chips.push({ name: "Made by", text: filters.used, remove: { used: null } });
  if (filters.assignee) {
    chips.push({ name: "Assigned to", text: nameOf(filters.assignee), remove: { assignee: null } });
  }
  if (filters.approved) {
    chips.push({ name: "Approved by", text: nameOf(filters.approved), remove: { approved: null } });
  }
  if (filters.unapproved) {
    chips.push({ name: "Not approved by", text: nameOf(filters.unapproved), remove: { unapproved: null } });
  }
  if (filters.snoozed !== null)
    chips.push({ name: "Snoozed", text: filters.snoozed ? "yes" : "no", remove: { snoozed: null } });
  if (filters.quality !== null)
    chips.push({
      name: "Quality",
      text: filters.quality === 0 ? "any" : `at least ${filters.quality}`,
      remove: { quality: null },
    });
  if (filters.degraded !== null)
    chips.push({ name: "Degraded", text: filters.degraded ? "yes" : "no", remove: { degraded: null } });
  const happened = occasions[filters.when];
  if (filters.from) chips.push({ name: `${happened} from`, text: momentText(filters.from), remove: { from: null } });
  if (filters.to) chips.push({ name: `${happened} to`, text: momentText(filters.to), remove: { to: null } });
  return chips.map((chip) => (
    <FilterChip key={chip.name} name={chip.name} onRemove={() => setFilters(chip.remove)}>
      {chip.text}
    </FilterChip>
  ));
}

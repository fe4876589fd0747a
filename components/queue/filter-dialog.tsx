"use client";
import { type ComponentProps, useState } from "react";
import type { Member } from "#lib/contract/member.ts";
import { useSession } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { dayOf, endOfDay, startOfDay } from "./local-days.ts";
import { occasions, type QueueFilters } from "./queue-filters.ts";
import type { SetQueueFilters } from "./use-queue-filters.ts";

type Props = { filters: QueueFilters; setFilters: SetQueueFilters; members: readonly Member[]; onClose: () => void };

export function FilterDialog({ filters, setFilters, members, onClose }: Props) {
  const { user } = useSession();
  const [form, setForm] = useState({
    group: filters.group,
    sources: filters.sources.join(", "),
    assignee: filters.assignee,
    model: filters.model,
    quality: filters.quality === null ? "" : String(filters.quality),
    degraded: filters.degraded === null ? "" : String(filters.degraded),
    approved: filters.approved,
    unapproved: filters.unapproved,
    snoozed: filters.snoozed === null ? "" : String(filters.snoozed),
    used: filters.used,
    when: filters.when,
    from: dayOf(filters.from),
    to: dayOf(filters.to),
  });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  function apply() {
    const sources = form.sources.split(/[,\s]+/).filter(Boolean);
    setFilters({
      group: form.group.trim() || null,
      sources: sources.length > 0 ? sources : null,
      assignee: form.assignee || null,
      model: form.model.trim() || null,
      quality: form.quality === "" ? null : Number(form.quality),
      degraded: form.degraded === "" ? null : form.degraded === "true",
      approved: form.approved || null,
      unapproved: form.unapproved || null,
      snoozed: form.snoozed === "" ? null : form.snoozed === "true",
      used: form.used.trim() || null,
      when: form.when,
      // A moment that the dialog shows as a day only stays what it was, unless another day is picked.
      from: form.from === dayOf(filters.from) ? filters.from : startOfDay(form.from),
      to: form.to === dayOf(filters.to) ? filters.to : endOfDay(form.to),
    });
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title="Filters">
      <form
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Field id="filter-group" label="Group">
          {(aria) => <Input {...aria} value={form.group} onChange={set("group")} />}
        </Field>
        <Field id="filter-sources" label="Source ids" help="Several with commas.">
          {(aria) => <Input {...aria} value={form.sources} onChange={set("sources")} />}
        </Field>
        <Field id="filter-assignee" label="Assigned to">
          {(aria) => (
            <Select {...aria} value={form.assignee} onChange={set("assignee")}>
              <option value="">Anyone</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="filter-quality" label="Quality at least">
          {(aria) => (
            <Input {...aria} type="number" min={1} max={10} step={0.1} value={form.quality} onChange={set("quality")} />
          )}
        </Field>
        <Field id="filter-model" label="Model" help="As provider/model; asked for or used.">
          {(aria) => <Input {...aria} value={form.model} onChange={set("model")} />}
        </Field>
        <Field id="filter-degraded" label="Degraded">
          {(aria) => (
            <Select {...aria} value={form.degraded} onChange={set("degraded")}>
              <option value="">Either</option>
              <option value="true">Degraded only</option>
              <option value="false">Not degraded</option>
            </Select>
          )}
        </Field>
        <Field id="filter-approved" label="Approved by">
          {(aria) => (
            <ApproverSelect {...aria} me={user.id} members={members} value={form.approved} onChange={set("approved")} />
          )}
        </Field>
        <Field id="filter-unapproved" label="Not yet approved by">
          {(aria) => (
            <ApproverSelect
              {...aria}
              me={user.id}
              members={members}
              value={form.unapproved}
              onChange={set("unapproved")}
            />
          )}
        </Field>
        <Field id="filter-snoozed" label="Snoozed">
          {(aria) => (
            <Select {...aria} value={form.snoozed} onChange={set("snoozed")}>
              <option value="">Either</option>
              <option value="true">Snoozed only</option>
              <option value="false">Not snoozed</option>
            </Select>
          )}
        </Field>
        <Field id="filter-used" label="Made by the model">
          {(aria) => <Input {...aria} value={form.used} onChange={set("used")} />}
        </Field>
        <Field id="filter-when" label="When it was">
          {(aria) => (
            <Select
              {...aria}
              value={form.when}
              onChange={({ target }) => setForm({ ...form, when: target.value as QueueFilters["when"] })}
            >
              {Object.entries(occasions).map(([when, label]) => (
                <option key={when} value={when}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="filter-from" label="From">
          {(aria) => <Input {...aria} type="date" value={form.from} onChange={set("from")} />}
        </Field>
        <Field id="filter-to" label="To">
          {(aria) => <Input {...aria} type="date" value={form.to} onChange={set("to")} />}
        </Field>
        <div className="flex items-end justify-end gap-2 sm:col-span-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Show
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type ApproverProps = ComponentProps<typeof Select> & { me: string; members: readonly Member[] };

function ApproverSelect({ me, members, ...select }: ApproverProps) {
  return (
    <Select {...select}>
      <option value="">–</option>
      <option value={me}>Me</option>
      {members
        .filter((member) => member.id !== me)
        .map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
    </Select>
  );
}

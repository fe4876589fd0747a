"use client";
import { useQuery } from "@tanstack/react-query";
import { ListPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { taskStatuses } from "#lib/contract/status.ts";
import { statusFamily, statusLabel } from "#lib/format/status.ts";
import { membersQuery } from "#lib/queries/settings.ts";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { Menu, MenuCheckItem, MenuLabel } from "../ui/menu.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { isFiltered, noFilters, type QueueFilters } from "./queue-filters.ts";
import type { SetQueueFilters } from "./use-queue-filters.ts";

const FilterChips = dynamic(() => import("./filter-chips.tsx").then((module) => module.FilterChips), { ssr: false });
const FilterDialog = dynamic(() => import("./filter-dialog.tsx").then((module) => module.FilterDialog), { ssr: false });

type Props = { filters: QueueFilters; setFilters: SetQueueFilters };

export function FilterBar({ filters, setFilters }: Props) {
  const { data: types } = useQuery(taskTypesQuery());
  const { data: members } = useQuery(membersQuery());
  const [more, setMore] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-sm:px-4">
      <SearchField value={filters.q} onChange={(q) => setFilters({ q: q || null })} />
      <Menu
        trigger={
          <Button>
            <FamilyMark family="waiting" />
            Status
          </Button>
        }
      >
        {taskStatuses.map((status) => (
          <MenuCheckItem
            key={status}
            checked={filters.status.includes(status)}
            onChange={(on) =>
              setFilters({
                status: on ? [...filters.status, status] : filters.status.filter((other) => other !== status),
              })
            }
          >
            <FamilyMark family={statusFamily(status)} />
            {statusLabel(status)}
          </MenuCheckItem>
        ))}
      </Menu>
      {(types?.length ?? 0) > 1 ? (
        <Menu trigger={<Button>Type</Button>}>
          <MenuLabel>Type</MenuLabel>
          {types?.map((type) => (
            <MenuCheckItem
              key={type.name}
              checked={filters.type.includes(type.name)}
              onChange={(on) =>
                setFilters({
                  type: on ? [...filters.type, type.name] : filters.type.filter((other) => other !== type.name),
                })
              }
            >
              {type.label}
            </MenuCheckItem>
          ))}
        </Menu>
      ) : null}
      <Button onClick={() => setMore(true)}>
        <ListPlus className="size-4" aria-hidden />
        More filters
      </Button>
      {isFiltered(filters) ? <FilterChips filters={filters} setFilters={setFilters} members={members ?? []} /> : null}
      {isFiltered(filters) ? (
        <Button look="quiet" onClick={() => setFilters(noFilters)}>
          Clear
        </Button>
      ) : null}
      {more ? (
        <FilterDialog
          filters={filters}
          setFilters={setFilters}
          members={members ?? []}
          onClose={() => setMore(false)}
        />
      ) : null}
    </div>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(timer);
  });
  useShortcuts("Queue", [{ keys: "/", label: "Search", run: () => field.current?.focus() }]);
  return (
    <Input
      ref={field}
      type="search"
      aria-label="Search tasks"
      placeholder="Search titles and ids"
      value={text}
      onChange={(event) => setText(event.target.value)}
      className="w-60! max-sm:w-full!"
    />
  );
}

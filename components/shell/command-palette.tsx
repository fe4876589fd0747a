"use client";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Bell, CircleX, Keyboard, KeyRound, Plus, Table2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useDeferredValue, useLayoutEffect, useRef, useState } from "react";
import { callApi } from "#lib/api-client.ts";
import { type TaskPage, withoutText } from "#lib/queries/tasks.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { usePlaces } from "./places.ts";
import { useCan } from "./session-context.tsx";

type Props = { onClose: () => void; onShowKeys: () => void; onShowNotices: () => void };

/** Places, actions, and every task by number, id or words. */
export function CommandPalette({ onClose, onShowKeys, onShowNotices }: Props) {
  const router = useRouter();
  const canWrite = useCan("tasks:write");
  const isAdmin = useCan("account:admin");
  const [text, setText] = useState("");
  const found = useTaskSearch(useDeferredValue(text.trim()));
  function go(href: string) {
    onClose();
    router.push(href);
  }
  const deeds = [
    ...(canWrite ? [{ icon: Plus, label: "Create a task", run: () => go("/create") }] : []),
    ...(canWrite ? [{ icon: Table2, label: "Import a table of tasks", run: () => go("/create/import") }] : []),
    { icon: CircleX, label: "Show failed tasks", run: () => go("/queue?status=failed") },
    ...(isAdmin ? [{ icon: KeyRound, label: "Manage keys", run: () => go("/settings/keys") }] : []),
    { icon: Bell, label: "Show notifications", run: onShowNotices },
    { icon: Keyboard, label: "Show the keys of the keyboard", run: onShowKeys },
  ];
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape does the same
    <dialog
      ref={dialog}
      aria-label="Find or do anything"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-[12vh] w-[calc(100vw-32px)] max-w-150 overflow-hidden rounded-lg border border-line bg-raised text-ui text-ink shadow-float backdrop:bg-sunken/70"
    >
      <Command label="Find or do anything" loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder="Go to a place, do something, find a task"
          className="h-12 w-full border-b border-line bg-transparent px-4 text-body outline-hidden placeholder:text-ink-faint"
        />
        <Command.List className="max-h-[56vh] overflow-y-auto p-2">
          <Command.Empty className="px-2 py-6 text-center text-ink-soft">Nothing goes by that name.</Command.Empty>
          <PaletteGroup heading="Go to">
            {usePlaces().map((place) => (
              <Item key={place.href} onSelect={() => go(place.href)}>
                <place.icon className="size-4 text-ink-faint" aria-hidden strokeWidth={1.75} />
                {place.label}
              </Item>
            ))}
          </PaletteGroup>
          <PaletteGroup heading="Do">
            {deeds.map(({ icon: Icon, label, run }) => (
              <Item key={label} onSelect={run}>
                <Icon className="size-4 text-ink-faint" aria-hidden strokeWidth={1.75} />
                {label}
              </Item>
            ))}
          </PaletteGroup>
          {/^\d+$/.test(text.trim()) ? (
            <PaletteGroup heading="Open">
              <Item value={`open ${text}`} onSelect={() => go(`/queue/${text.trim()}`)}>
                Task number {text.trim()}
              </Item>
            </PaletteGroup>
          ) : null}
          {found.length > 0 ? (
            <PaletteGroup heading="Tasks">
              {found.map((task) => (
                <Item
                  key={task.task_id}
                  value={`${task.title} ${task.task_id} ${text}`}
                  onSelect={() => go(`/queue/${encodeURIComponent(task.task_id)}`)}
                >
                  <StatusMark status={task.state} />
                  <span className="truncate">{task.title}</span>
                  <span className="tabular ml-auto text-small text-ink-faint">{task.number}</span>
                </Item>
              ))}
            </PaletteGroup>
          ) : null}
        </Command.List>
      </Command>
    </dialog>
  );
}

function useTaskSearch(text: string) {
  const { data } = useQuery({
    queryKey: ["palette", text],
    queryFn: ({ signal }) => callApi<TaskPage>("/api/tasks", { query: { q: text, ...withoutText, limit: 8 }, signal }),
    enabled: text.length >= 2,
    placeholderData: (previous) => previous,
  });
  return text.length >= 2 ? (data?.tasks ?? []) : [];
}

function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-small [&>[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  );
}

function Item({ value, onSelect, children }: { value?: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-default items-center gap-3 rounded-md px-2 data-[selected=true]:bg-hover max-sm:h-11"
    >
      {children}
    </Command.Item>
  );
}

"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { type KeyboardEvent, useRef } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { score } from "#lib/format/number.ts";
import type { Selection } from "../queue/use-selection.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { NearLink } from "../ui/near-link.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { StatusBadge } from "../ui/status-mark.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";

const TypeSketch = dynamic(() => import("../create/type-sketch.tsx").then((module) => module.TypeSketch));

type Props = { tasks: readonly TaskListItem[]; selection: Selection; size: number };

/** The cards answer to these themselves, while one has the focus. */
const sheetKeys = [
  { keys: "← → ↑ ↓", label: "Walk the cards", run: null },
  { keys: "space", label: "Mark the card; with Shift, up to it", run: null },
  { keys: "enter", label: "Open the card", run: null },
];

/** Every item at a glance. Arrow keys walk it, space marks. */
export function ContactSheet({ tasks, selection, size }: Props) {
  const sheet = useRef<HTMLUListElement>(null);
  useShortcuts("Contact sheet", sheetKeys);
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const cards = [...(sheet.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const at = cards.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const columns = cards.filter((card) => card.offsetTop === cards[0]?.offsetTop).length;
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
    const step = steps[event.key];
    const task = tasks[at];
    if (step !== undefined) {
      event.preventDefault();
      cards[at + step]?.focus();
    } else if (event.key === " " && task) {
      event.preventDefault();
      selection.toggle(task.task_id, event.shiftKey);
    }
  }
  return (
    <ul
      ref={sheet}
      onKeyDown={onKeyDown}
      className="grid gap-4 p-6 max-sm:p-4"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${size}px, 100%), 1fr))` }}
    >
      {tasks.map((task) => (
        <Card
          key={task.task_id}
          task={task}
          marked={selection.selected.has(task.task_id)}
          onMark={(range) => selection.toggle(task.task_id, range)}
        />
      ))}
    </ul>
  );
}

function Card({ task, marked, onMark }: { task: TaskListItem; marked: boolean; onMark: (range: boolean) => void }) {
  return (
    <li
      className={clsx(
        "group relative overflow-hidden rounded-lg border bg-surface",
        marked ? "border-accent outline-1 outline-accent" : "border-line",
      )}
    >
      <input
        type="checkbox"
        aria-label={`Select ${task.title}`}
        checked={marked}
        onChange={() => {}}
        onClick={(event) => onMark(event.shiftKey)}
        className="absolute top-2 left-2 z-10 size-6 accent-accent-fill pointer-fine:not-checked:not-focus-visible:not-group-hover:opacity-0"
      />
      <NearLink
        href={`/queue/${encodeURIComponent(task.task_id)}`}
        data-card
        className="flex h-full flex-col focus-visible:-outline-offset-2"
      >
        <Face task={task} />
        <span className="flex flex-1 flex-col gap-1 p-3">
          <span className="line-clamp-2 font-strong">{task.title}</span>
          <span className="mt-auto flex items-center justify-between gap-2 text-ink-soft">
            <StatusBadge status={task.state} />
            {task.quality_score === null ? null : <span className="tabular">{score(task.quality_score)}</span>}
          </span>
          {task.state === "generating" ? (
            <ProgressBar value={task.progress} label={`Progress of ${task.title}`} />
          ) : null}
        </span>
      </NearLink>
    </li>
  );
}

/** What it looks like; how it begins, where it is text; else the shape of what its type makes. */
function Face({ task }: { task: TaskListItem }) {
  const { thumbnail_url: picture, task_type: type, state } = task;
  const face = "aspect-[1200/630] w-full";
  if (picture) return <Thumbnail src={picture} taskType={type} className={clsx(face, "rounded-none")} />;
  const words = task.excerpt ?? (state === "generating" ? task.message : task.error_message);
  return (
    <span className={clsx(face, "flex justify-center overflow-hidden bg-sunken", words ? "p-4 pt-9" : "items-center")}>
      {words ? (
        <span className="block w-full overflow-hidden mask-b-from-40% font-serif text-body text-ink-soft first-letter:uppercase">
          {words}
        </span>
      ) : (
        <TypeSketch name={type} />
      )}
    </span>
  );
}

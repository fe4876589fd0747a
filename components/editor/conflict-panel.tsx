"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { revisionQuery, type TaskDetail } from "#lib/queries/tasks.ts";
import { compareParagraphs } from "../task/compare-text.ts";
import { SideBySideDiff } from "../task/diff-views.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";
import { mergeFields } from "./merge-fields.ts";
import { joinParts, mergeText } from "./merge-text.ts";
import { pathLabel } from "./path-label.ts";

type Version = { content: string | null; result: JsonObject };
type Side = "mine" | "theirs";

type Props = {
  task: TaskDetail;
  /** The number of the revision that the edit began with. */
  baseRevision: number;
  mine: Version;
  onMerge: (merged: Version) => void;
  onDiscard: () => void;
};

/** Somebody made a revision meanwhile: both edits are put together, and where both changed the same, one is chosen. */
export function ConflictPanel({ task, baseRevision, mine, onMerge, onDiscard }: Props) {
  const base = useQuery(revisionQuery(task.task_id, baseRevision));
  const [choices, setChoices] = useState<Record<string, Side>>({});
  if (base.error) return <ErrorLine error={base.error} />;
  if (!base.data || !task.revision) return null;
  const theirs = { content: task.content, result: task.result ?? {} };
  const chosen = (path: string): Side => choices[path] ?? "mine";
  const parts = mergeText(base.data.content ?? "", mine.content ?? "", theirs.content ?? "");
  const fields = mergeFields(base.data.result, mine.result, theirs.result, chosen);
  const inText = parts.flatMap((part, index) =>
    "text" in part ? [] : [{ path: `text ${index}`, label: "In the text", ...part }],
  );
  const inFields = fields.conflicts.map((conflict) => ({
    path: conflict.path,
    label: pathLabel(conflict.path),
    mine: spelled(conflict.mine),
    theirs: spelled(conflict.theirs),
  }));
  const conflicts = [...inText, ...inFields];
  function merge() {
    const content = joinParts(parts, (index) => chosen(`text ${index}`));
    onMerge({ content: mine.content === null ? null : content, result: fields.merged });
  }
  return (
    <section
      aria-label="Changed meanwhile"
      role="alert"
      className="flex flex-col gap-3 rounded-md bg-person-soft px-4 py-3"
    >
      <p className="flex gap-2">
        <FamilyMark family="person" className="mt-[3px]" />
        <span>
          {task.revision.author.name} made revision {task.revision.number} <Time at={task.revision.created_at} /> while
          you were editing revision {baseRevision}.{" "}
          {conflicts.length === 0
            ? "You changed different parts, so both edits fit together."
            : `Both of you changed ${conflicts.length === 1 ? "one part" : `${conflicts.length} parts`}; choose which stays.`}
        </span>
      </p>
      {conflicts.map((conflict) => (
        <fieldset
          key={conflict.path}
          aria-label={conflict.label}
          className="flex min-w-0 flex-col gap-2 rounded-md bg-surface px-3 py-2"
        >
          <div className="flex w-full flex-wrap gap-4">
            <span className="mr-auto font-strong">{conflict.label}</span>
            {(["mine", "theirs"] as const).map((side) => (
              <label key={side} className="inline-flex items-center gap-2">
                <input
                  type="radio"
                  className="size-4 accent-accent-fill"
                  checked={chosen(conflict.path) === side}
                  onChange={() => setChoices({ ...choices, [conflict.path]: side })}
                />
                {side === "mine" ? "Keep mine" : "Take theirs"}
              </label>
            ))}
          </div>
          <p className="grid grid-cols-2 gap-8 pl-4 text-small text-ink-faint">
            <span>Mine</span>
            <span>Theirs</span>
          </p>
          <SideBySideDiff blocks={compareParagraphs(conflict.mine, conflict.theirs)} />
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={merge}>
          Put both together
        </Button>
        <Button onClick={onDiscard}>Throw mine away</Button>
      </div>
    </section>
  );
}

function spelled(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

"use client";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { revisionQuery } from "#lib/queries/tasks.ts";
import { useStoredState } from "../shell/stored-state.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Select } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { compareParagraphs } from "./compare-text.ts";
import { InlineDiff, SideBySideDiff } from "./diff-views.tsx";

/** Two revisions of one text, word by word. */
export function RevisionDiff({ taskId, newest }: { taskId: string; newest: number }) {
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const [layout, setLayout] = useStoredState("diff-layout", "inline");
  const [before, after] = useQueries({ queries: [revisionQuery(taskId, from), revisionQuery(taskId, to)] });
  if (newest < 2)
    return <EmptyState title="This is the first revision">There is nothing to compare it with yet.</EmptyState>;
  const failed = before?.error ?? after?.error;
  if (failed) return <ErrorState error={failed} what="The revisions could not be read" />;
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  return (
    <div className="mx-auto max-w-250">
      <div className="mb-6 flex flex-wrap items-center gap-2">
        <RevisionSelect label="From revision" value={from} numbers={numbers} onChange={setFrom} />
        <span aria-hidden="true">→</span>
        <RevisionSelect label="To revision" value={to} numbers={numbers} onChange={setTo} />
        <Select
          aria-label="Layout"
          className="ml-auto w-36!"
          value={layout}
          onChange={(event) => setLayout(event.target.value)}
        >
          <option value="inline">Inline</option>
          <option value="sides">Side by side</option>
        </Select>
      </div>
      {before?.data && after?.data ? (
        <Compared before={before.data.content ?? ""} after={after.data.content ?? ""} layout={layout} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  );
}

function Compared({ before, after, layout }: { before: string; after: string; layout: string }) {
  const blocks = compareParagraphs(before, after);
  const changed = blocks.filter((block) => block.changed).length;
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {changed === 0 ? "The text is the same." : `${changed} of ${blocks.length} paragraphs changed.`}
      </p>
      {layout === "sides" ? <SideBySideDiff blocks={blocks} /> : <InlineDiff blocks={blocks} />}
    </>
  );
}

type SelectProps = { label: string; value: number; numbers: number[]; onChange: (value: number) => void };

function RevisionSelect({ label, value, numbers, onChange }: SelectProps) {
  return (
    <Select
      aria-label={label}
      className="w-32!"
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {numbers.map((number) => (
        <option key={number} value={number}>
          Revision {number}
        </option>
      ))}
    </Select>
  );
}

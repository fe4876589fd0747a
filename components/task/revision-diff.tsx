"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import type { RevisionDetailResponse } from "#lib/contract/task-response.ts";
import { plural } from "#lib/format/number.ts";
import { revisionQuery, revisionsQuery } from "#lib/queries/tasks.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { useStoredState } from "../shell/stored-state.ts";
import { numberParam } from "../shell/url-param.ts";
import { useUrlParams } from "../shell/url-params.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Select } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { compareResults } from "./compare-results.ts";
import { compareParagraphs } from "./compare-text.ts";
import { InlineDiff, SideBySideDiff } from "./diff-views.tsx";
import { FieldDiffs } from "./field-diffs.tsx";

/** Two revisions of one task, word by word: its text, then its fields. */
export function RevisionDiff({ taskId, newest }: { taskId: string; newest: number }) {
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const [from, to, compare] = useCompared(newest);
  const [layout, setLayout] = useStoredState("diff-layout", "inline");
  const [before, after] = useQueries({ queries: [revisionQuery(taskId, from), revisionQuery(taskId, to)] });
  const { data: revisions } = useQuery(revisionsQuery(taskId));
  const step = (by: number) => {
    if (from + by >= 1 && to + by <= newest) compare(from + by, to + by);
  };
  useShortcuts("Comparing revisions", [
    { keys: "[", repeats: true, label: "The revisions before", run: () => step(-1) },
    { keys: "]", repeats: true, label: "The revisions after", run: () => step(1) },
    { keys: "l", label: "Inline or side by side", run: () => setLayout(layout === "sides" ? "inline" : "sides") },
  ]);
  if (newest < 2)
    return <EmptyState title="This is the first revision">There is nothing to compare it with yet.</EmptyState>;
  const failed = before?.error ?? after?.error;
  if (failed) return <ErrorState error={failed} what="The revisions could not be read" />;
  const nameOf = (number: number) => {
    const author = revisions?.find((revision) => revision.number === number)?.author;
    if (!author) return `Revision ${number}`;
    // A worker's name is its machine's, which says nothing about the text.
    return `Revision ${number}, ${author.type === "worker" ? "generated" : author.name}`;
  };
  return (
    <div className="mx-auto max-w-250">
      <div className="mb-6 flex flex-wrap items-center gap-2">
        <RevisionSelect
          label="From revision"
          value={from}
          numbers={numbers}
          nameOf={nameOf}
          onChange={(n) => compare(n, to)}
        />
        <span aria-hidden="true">→</span>
        <RevisionSelect
          label="To revision"
          value={to}
          numbers={numbers}
          nameOf={nameOf}
          onChange={(n) => compare(from, n)}
        />
        <Select
          aria-label="Layout"
          aria-keyshortcuts="l"
          className="ml-auto w-36! max-sm:w-full!"
          value={layout}
          onChange={(event) => setLayout(event.target.value)}
        >
          <option value="inline">Inline</option>
          <option value="sides">Side by side</option>
        </Select>
      </div>
      {before?.data && after?.data ? (
        <Compared before={before.data} after={after.data} layout={layout} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  );
}

const params = { compare_from: numberParam, compare_to: numberParam };

/** Which two are compared, in the address; the newest with the one before it when it does not say. */
function useCompared(newest: number): [number, number, (from: number, to: number) => void] {
  const [{ compare_from, compare_to }, set] = useUrlParams(params);
  const known = (number: number | null) => (number !== null && number >= 1 && number <= newest ? number : null);
  const compare = (from: number, to: number) => set({ compare_from: from, compare_to: to });
  return [known(compare_from) ?? Math.max(1, newest - 1), known(compare_to) ?? newest, compare];
}

type ComparedProps = { before: RevisionDetailResponse; after: RevisionDetailResponse; layout: string };

function Compared({ before, after, layout }: ComparedProps) {
  const blocks = compareParagraphs(before.content ?? "", after.content ?? "");
  const changed = blocks.filter((block) => block.changed).length;
  const fields = compareResults(before.result, after.result).filter(({ path }) => !isTextAgain(path, after));
  const Diff = layout === "sides" ? SideBySideDiff : InlineDiff;
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {blocks.length === 0
          ? ""
          : changed === 0
            ? "The text is the same. "
            : `${changed} of ${plural(blocks.length, "paragraph")} changed. `}
        {fields.length === 0 ? "The fields are the same." : null}
      </p>
      {changed > 0 ? <Diff blocks={blocks} /> : null}
      <FieldDiffs fields={fields} Diff={Diff} />
    </>
  );
}

/** Some results repeat the text in one of their fields; it is compared once. */
function isTextAgain(path: string, { content, result }: RevisionDetailResponse): boolean {
  return content !== null && content !== "" && result[path] === content;
}

type SelectProps = {
  label: string;
  value: number;
  numbers: number[];
  nameOf: (number: number) => string;
  onChange: (value: number) => void;
};

function RevisionSelect({ label, value, numbers, nameOf, onChange }: SelectProps) {
  return (
    <Select
      aria-label={label}
      className="w-48! max-sm:w-auto! max-sm:flex-1"
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {numbers.map((number) => (
        <option key={number} value={number}>
          {nameOf(number)}
        </option>
      ))}
    </Select>
  );
}

"use client";
import clsx from "clsx";
import type { RevisionBlocks } from "#lib/contract/revision-blocks.ts";
import type { PhaseResponse } from "#lib/contract/task-response.ts";
import { Select } from "../ui/field.tsx";

export type Scope = { kind: "whole" } | { kind: "phase"; phase: string } | { kind: "blocks"; names: string[] };

type Props = {
  scope: Scope;
  onChange: (scope: Scope) => void;
  phases: readonly Pick<PhaseResponse, "name" | "label">[];
  /** What can be made again alone; null until it is known. */
  known: RevisionBlocks | null;
  error: string | null;
};

/** What a round makes again: the whole, from a phase on, or some blocks with the rest frozen. */
export function RoundScope({ scope, onChange, phases, known, error }: Props) {
  const commented = (known?.blocks ?? []).filter(({ comment_ids }) => comment_ids.length > 0).map(({ name }) => name);
  const several = known?.called?.several;
  const choices: { kind: Scope["kind"]; label: string; chosen: () => Scope }[] = [
    { kind: "whole", label: "The whole", chosen: () => ({ kind: "whole" }) },
    { kind: "phase", label: "From a phase", chosen: () => ({ kind: "phase", phase: "" }) },
  ];
  if (several) {
    const label = commented.length > 0 ? `Only the commented ${several} (${commented.length})` : `Only some ${several}`;
    choices.push({ kind: "blocks", label, chosen: () => ({ kind: "blocks", names: commented }) });
  }
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={error ? "scope-error" : undefined}>
      <legend className="mb-1 font-strong">What is made again</legend>
      {choices.map(({ kind, label, chosen }) => (
        <label key={kind} className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name="scope"
            className="accent-accent-fill"
            checked={scope.kind === kind}
            onChange={() => onChange(chosen())}
          />
          {label}
        </label>
      ))}
      {scope.kind === "phase" ? (
        <div className="pl-6">
          <Select
            aria-label="From phase"
            value={scope.phase}
            onChange={(event) => onChange({ kind: "phase", phase: event.target.value })}
          >
            <option value="">The first that the feedback can change</option>
            {phases.map(({ name, label }) => (
              <option key={name} value={name} title={name}>
                {label}
              </option>
            ))}
          </Select>
          <p className="mt-1 text-small text-ink-faint">Earlier phases keep what they made.</p>
        </div>
      ) : null}
      {scope.kind === "blocks" && known ? (
        <BlockList
          blocks={known.blocks}
          names={scope.names}
          onChange={(names) => onChange({ kind: "blocks", names })}
          label={`Which ${several}`}
        />
      ) : null}
      {error ? (
        <p id="scope-error" className="text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type ListProps = {
  blocks: RevisionBlocks["blocks"];
  names: string[];
  onChange: (names: string[]) => void;
  label: string;
};

function BlockList({ blocks, names, onChange, label }: ListProps) {
  return (
    <div className="pl-6">
      <ul aria-label={label} className="max-h-56 overflow-y-auto rounded-md border border-line">
        {blocks.map(({ name, kind, text, comment_ids }, index) => (
          <li key={name} className="border-b border-line last:border-0">
            <label
              className={clsx(
                "flex gap-2 px-2 py-1.5 hover:bg-hover",
                comment_ids.length > 0 && "border-l-2 border-person",
              )}
            >
              <input
                type="checkbox"
                className="mt-1 shrink-0 accent-accent-fill"
                checked={names.includes(name)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...names, name] : names.filter((chosen) => chosen !== name))
                }
              />
              <span className={clsx("line-clamp-2 min-w-0", kind === "heading" && "font-strong")}>
                {text || `${kind} ${index + 1}`}
              </span>
              {comment_ids.length > 0 ? (
                <span className="ml-auto shrink-0 text-small text-ink-faint">
                  {comment_ids.length === 1 ? "1 comment" : `${comment_ids.length} comments`}
                </span>
              ) : null}
            </label>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-small text-ink-faint">
        Everything else stays as it is, to the letter, and costs nothing.
      </p>
    </div>
  );
}

"use client";
import type { JsonObject } from "#lib/contract/json.ts";
import { score } from "#lib/format/number.ts";
import { FamilyMark } from "../ui/status-mark.tsx";
import { showInPreview } from "./show-in-preview.ts";

export type QualityCheck = {
  check: string;
  label: string;
  passed: boolean;
  score: number | null;
  finding: string;
  sentence: string | null;
};

/** The checks that a result carries; none for types that are not checked. */
export function readChecks(result: JsonObject | null): QualityCheck[] {
  const list = result?.qa_feedback;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return [];
    const check = String(entry.check ?? "");
    return [
      {
        check,
        label: String(entry.label ?? check),
        passed: entry.passed === true,
        score: typeof entry.score === "number" ? entry.score : null,
        finding: String(entry.finding ?? ""),
        sentence: typeof entry.sentence === "string" ? entry.sentence : null,
      },
    ];
  });
}

/** What failed comes first, with the sentence that it is about: one click shows it in the text. */
export function QualityChecks({ checks }: { checks: readonly QualityCheck[] }) {
  const ordered = [...checks].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <ul className="flex flex-col gap-3">
      {ordered.map((check) => (
        <li key={`${check.check}-${check.sentence}-${check.finding}`} className="flex gap-2">
          <span role="img" aria-label={check.passed ? "Passed" : "Failed"} className="mt-[3px]">
            <FamilyMark family={check.passed ? "good" : "bad"} />
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex justify-between gap-2">
              {check.label}
              {check.score === null ? null : <span className="tabular text-ink-faint">{score(check.score)}</span>}
            </p>
            <p className="whitespace-pre-line text-ink-soft">{sentence(check.finding)}</p>
            {check.sentence ? (
              <button
                type="button"
                onClick={() => showInPreview("finding", check.sentence ?? "")}
                className="mt-1 border-l-2 border-person pl-2 text-left font-serif text-body text-ink-soft hover:text-ink"
              >
                “{check.sentence}”
              </button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Pipelines and models end what they found in one way or another; here each ends as a sentence does. */
function sentence(finding: string): string {
  return /[\p{L}\p{N})%”"]$/u.test(finding) ? `${finding}.` : finding;
}

import * as z from "zod";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { check } from "#task-types/quality/score.ts";
import { languageCode } from "#task-types/text/language.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";
import { type StrayFigure, strayFigures } from "./stray-figures.ts";

export const narrativeSchema = z.object({
  narrative: z.string().min(1),
  /** What could not be done as asked, one sentence each; usually empty. */
  shortcomings: z.array(z.string()).default([]),
});

export type NarrativeTask = {
  job: string;
  /** What was computed; the only place that figures may come from. */
  table: JsonObject;
  /** What the reader wants to know. */
  question: string;
};

export const figureRule =
  "Every figure that you write stands in the table, rounded at most. You compute nothing: no sums, differences, shares or averages of your own.";

const system = `You describe computed figures to someone who has to decide something.
Rules:
- ${figureRule}
- Say what the figures show, what stands out, and what cannot be known from them. No advice beyond them, no causes that nobody gave you.
- Markdown with a few short paragraphs or points; no tables.`;

/** How often a text with figures of its own is sent back. */
export const mostReturns = 2;

/** Asks for a text about computed figures. */
export async function narrate(run: AnyRun, task: NarrativeTask, faults: string[] = []): Promise<string> {
  const parts = [
    task.question,
    `Write in ${run.common.language}.`,
    run.feedback ? `A reviewer sent the text before this one back with these words: ${run.feedback}` : "",
    faults.length > 0
      ? `Your last text held figures that are not in the table. Leave them out:\n- ${faults.join("\n- ")}`
      : "",
    `The table:\n${JSON.stringify(task.table)}`,
  ];
  const { narrative, shortcomings } = await run.generate({
    asPhase: "creative",
    job: task.job,
    input: { ...task.table, language: run.common.language, feedback: run.feedback },
    system,
    prompt: parts.filter(Boolean).join("\n\n"),
    output: narrativeSchema,
    temperature: 0.3,
  });
  for (const shortcoming of shortcomings) run.degrade(shortcoming);
  return narrative.trim();
}

export type CheckedNarrative = { narrative: string; findings: Finding[] };

/**
 * Checks each figure of a text against the table, sends it back when one is not there, and in the end takes out the
 * sentences that still hold one: no figure that nobody computed gets past here.
 */
export async function checkNarrative(run: AnyRun, task: NarrativeTask, draft: string): Promise<CheckedNarrative> {
  const code = languageCode(run.common.language);
  const table: Json = { ...task.table, question: task.question };
  let narrative = draft;
  let stray = strayFigures(narrative, table, code);
  for (let returned = 0; returned < mostReturns && stray.length > 0; returned++) {
    run.progress((returned + 1) / (mostReturns + 2), "Sent back: figures that nobody computed");
    narrative = await narrate(
      run,
      task,
      stray.map(({ figure, sentence }) => `${figure} in “${sentence}”`),
    );
    stray = strayFigures(narrative, table, code);
  }
  if (stray.length > 0) {
    narrative = withoutSentences(narrative, new Set(stray.map(({ sentence }) => sentence)), code);
    run.warn(`${stray.length} statements with figures that nobody computed were taken out of the text.`);
  }
  return judgeNarrative(task, narrative, code, stray);
}

/** @param taken out of the text, and found all the same */
export function judgeNarrative(
  { table, question }: NarrativeTask,
  narrative: string,
  code: string,
  taken: readonly StrayFigure[] = strayFigures(narrative, { ...table, question }, code),
): CheckedNarrative {
  if (countWords(narrative) < 5) throw new Error("the text held no statement that the computed figures support");
  const faults = taken.map(({ figure, sentence }) => `${figure} is not in the table (“${sentence.slice(0, 120)}”)`);
  return {
    narrative,
    findings: [
      check("figures", "Figures", faults, "Every figure of the text stands in the computed table"),
      check(
        "length",
        "Length",
        countWords(narrative) < 20 ? ["The text is very short"] : [],
        `${countWords(narrative)} words`,
      ),
    ],
  };
}

function withoutSentences(text: string, unwanted: ReadonlySet<string>, code: string): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const mark = /^[#>*\-\s]*/.exec(line)?.[0] ?? "";
      const sentences = splitSentences(line.slice(mark.length), code);
      const kept = sentences.filter((sentence) => !unwanted.has(sentence));
      return sentences.length > 0 && kept.length === 0
        ? []
        : [kept.length === sentences.length ? line : mark + kept.join(" ")];
    })
    .join("\n")
    .trim();
}

import * as z from "zod";
import { spliceMarkdown, splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { rewriteBlocks } from "#task-types/blocks/rewrite-passages.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import { languageCode } from "#task-types/text/language.ts";
import { type CheckedNarrative, figureRule, judgeNarrative, mostReturns, type NarrativeTask } from "./narrate.ts";
import { type StrayFigure, strayFigures } from "./stray-figures.ts";

/** The new words of passages, by their places in the revision before. */
export const rewrittenSchema = z.object({ passages: z.record(z.string(), z.string()) });
type Rewritten = z.output<typeof rewrittenSchema>;

/** The round's passages in other words, about the same computed table. */
export async function rewriteNarrative(run: AnyRun, task: NarrativeTask): Promise<Rewritten> {
  const passages = await rewrite(run, task, []);
  // Words that cannot stand between the others fail here, where another attempt writes others.
  spliceMarkdown(run.previous?.content ?? "", passages);
  return { passages: Object.fromEntries(passages) };
}

/**
 * Checks each figure of the new passages against the table and sends back a passage that holds another. One that holds
 * such a figure in the end stays as it was, with a warning; what nobody named stays, whatever it says.
 */
export async function checkPassages(
  run: AnyRun,
  task: NarrativeTask,
  { passages }: Rewritten,
): Promise<CheckedNarrative> {
  const before = run.previous?.content ?? "";
  const old = splitMarkdown(before);
  const code = languageCode(run.common.language);
  const known = { ...task.table, question: task.question };
  const words = new Map(Object.entries(passages).map(([place, text]) => [Number(place), text]));
  const faulty = () =>
    [...words].flatMap(([place, text]) => {
      const stray = text === old[place]?.source ? [] : strayFigures(text, known, code);
      return stray.length > 0 ? [{ place, stray }] : [];
    });
  for (let returned = 0; returned < mostReturns && faulty().length > 0; returned++) {
    run.progress((returned + 1) / (mostReturns + 2), "Sent back: figures that nobody computed");
    const places = faulty().map(({ place }) => place);
    const stray = faulty().flatMap((each) => each.stray);
    for (const [place, text] of await rewrite({ ...run, blocks: places }, task, stray)) words.set(place, text);
  }
  for (const { place, stray } of faulty()) {
    words.delete(place);
    const figures = [...new Set(stray.map(({ figure }) => figure))].join(", ");
    run.warn(`Passage ${place + 1} stayed as it was: nobody computed ${figures}, which its new words state.`);
  }
  return judgeNarrative(task, spliceMarkdown(before, words), code);
}

function rewrite(run: AnyRun, task: NarrativeTask, stray: readonly StrayFigure[]): Promise<Map<number, string>> {
  const faults = stray.map(({ figure, sentence }) => `${figure} in “${sentence}”`);
  return rewriteBlocks(run, run.previous?.content ?? "", {
    brief: [
      `${task.question}\nThe text about it is in ${run.common.language}.`,
      faults.length > 0
        ? `Your last words held figures that are not in the table. Leave them out:\n- ${faults.join("\n- ")}`
        : "",
    ]
      .filter(Boolean)
      .join("\n\n"),
    topic: task.question,
    sources: [],
    figures: { job: task.job, table: task.table },
    cites: false,
    rules: `${figureRule}\nA list stays a list; no tables.`,
    asPhase: "creative",
  });
}

import { countWords } from "#task-types/text/words.ts";
import { lastWritten } from "#worker/last-written.ts";
import type { OnText } from "#worker/models/create-model-runner.ts";
import { readPartial } from "#worker/models/read-partial.ts";
import type { ProgressReporter } from "#worker/progress-reporter.ts";

/** Milliseconds between two counts; the reporter writes no oftener than that anyway. */
const countEveryMs = 400;
/** What is left of a phase once all words are there: reading and keeping them. */
const mostShare = 0.95;

/**
 * Shows how far an answer is while a model writes it, of JSON only what is in its strings: "Writing: 1,240 words", and
 * the last of them.
 * @param expectedWords of the whole answer, where the phase's share can be measured by them
 */
export function showWriting(label: string, progress: ProgressReporter["report"], expectedWords?: number): OnText {
  let countedAt = 0;
  return (text) => {
    const now = Date.now();
    if (now - countedAt < countEveryMs) return;
    countedAt = now;
    const strings = readPartial(text);
    const words = countWords(strings.join("\n"));
    if (words === 0) return;
    const share = expectedWords ? Math.min(words / expectedWords, mostShare) : null;
    progress(
      share,
      `${label}: ${words.toLocaleString("en-US")} ${words === 1 ? "word" : "words"}`,
      lastWritten(strings),
    );
  };
}

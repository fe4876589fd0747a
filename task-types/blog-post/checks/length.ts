import { countWords } from "#task-types/text/words.ts";
import { type Check, failed, passed } from "./checked-text.ts";

/** Within a fifth of what was asked; a working draft needs half of it, and never more than 400 words. */
export const checkLength: Check = ({ words, targetLength, sources, workingDraft }) => {
  const label = "Length";
  const least = workingDraft ? Math.min(400, targetLength / 2) : targetLength * 0.8;
  const said = `${words} words for a target of ${targetLength}`;
  if (words < least) {
    const available = sources.reduce((sum, { text }) => sum + countWords(text), 0);
    const why = available < targetLength && sources.length > 0 ? `; the sources hold ${available} words in all` : "";
    return failed("length", label, `Too short: ${said}${why}.`, 2 + (5 * words) / least);
  }
  if (!workingDraft && words > targetLength * 1.2 + 20) {
    return failed("length", label, `Too long: ${said}.`, 7 - (words / targetLength - 1.2) * 5);
  }
  return passed("length", label, `${said}.`);
};

import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";

/** As many whole sentences as fit; a first sentence that does not fit is cut between words. Lines stay lines. */
export function limitWords(text: string, most: number): string {
  if (countWords(text) <= most) return text;
  let left = most;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const sentences = splitSentences(line);
    const kept: string[] = [];
    for (const sentence of sentences) {
      if (countWords(sentence) > left) break;
      kept.push(sentence);
      left -= countWords(sentence);
    }
    lines.push(kept.join(" "));
    if (kept.length < sentences.length) break;
  }
  const whole = lines.join("\n").trim();
  return whole || text.trim().split(/\s+/).slice(0, most).join(" ");
}

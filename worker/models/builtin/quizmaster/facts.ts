import { splitSentences } from "#task-types/text/sentences.ts";
import { isStopWord, wordsOf } from "#task-types/text/words.ts";
import { tagEnglish } from "../nlp.ts";

/** A sentence of the story that states something. */
export type Fact = {
  id: number;
  /** As the story has it, but for line breaks. */
  text: string;
  /** The sentence before, where this one leans on it with "it" or "they". */
  context: string | null;
};

const instruction =
  /^(please\s+)?(create|write|generate|make|produce|prepare|draft|compose|give me|erstelle|schreibe|créez|crea)\b/i;
const leaning: Record<string, RegExp> = {
  en: /^(it|its|this|that|these|those|they|their|he|his|she|her|such|both|there it|then (it|he|she|they))\b/i,
  de: /^(er|sie|es|dies\p{L}*|das|ihre?|seine?|dort|dabei|damit)\b/iu,
  fr: /^(il|elle|ils|elles|ce|cela|cette|ces|leur)\b/i,
  es: /^(él|ella|ellos|ellas|esto|este|esta|estos|su|sus)\b/i,
};

/** The story's statements in its order: headings, questions and instructions to whoever makes the quiz are none. */
export function readFacts(story: string, code: string): Fact[] {
  const facts: Fact[] = [];
  for (const paragraph of story.replace(/\r\n?/g, "\n").split(/\n\s*\n|\n(?=\s*(?:[-*•#]|\d+[.)])\s)/)) {
    if (/^\s*#{1,6}\s/.test(paragraph)) continue;
    const plain = paragraph
      .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "")
      .replace(/\s+/g, " ")
      .trim();
    let before: string | null = null;
    for (const sentence of splitSentences(plain, code)) {
      if (states(sentence, code)) {
        const leans = leaning[code]?.test(sentence) ?? false;
        facts.push({ id: facts.length, text: sentence, context: leans ? before : null });
      }
      before = sentence;
    }
  }
  const seen = new Set<string>();
  return facts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function states(sentence: string, code: string): boolean {
  const words = wordsOf(sentence);
  if (words.length < 3 || words.length > 60 || /\?["”’)]*$/.test(sentence) || instruction.test(sentence)) return false;
  if (words.filter((word) => !isStopWord(word, code)).length < 2) return false;
  // Taggers miss verbs that look like nouns ("the heart pumps"), so a full stop counts as much.
  if (/[.!…]["”’»)]*$/.test(sentence) || code !== "en") return words.length > 3;
  return tagEnglish(sentence).some(({ pos }) => pos === "VERB" || pos === "AUX");
}

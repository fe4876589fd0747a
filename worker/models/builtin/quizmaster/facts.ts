import { splitSentences } from "#task-types/text/sentences.ts";
import { isStopWord, wordsOf } from "#task-types/text/words.ts";
import { tagEnglish } from "../nlp.ts";
import { isVerb } from "./wordnet.ts";

/** A sentence of the story that states something. */
export type Fact = {
  id: number;
  /** As the story has it, but for line breaks. */
  text: string;
  /** The sentence before, where this one leans on it with "it" or "they". */
  context: string | null;
  /** Who says it; null for what the story says itself. */
  speaker: string | null;
};

const instruction =
  /^(please\s+)?(ignore (all|any|every|the|previous)|disregard|create|write|generate|make|produce|prepare|draft|compose|give me|erstelle|schreibe|créez|crea)\b/i;
const leaning: Record<string, RegExp> = {
  en: /^(it|its|this|that|these|those|they|their|he|his|she|her|such|both|there it|then (it|he|she|they))\b/i,
  de: /^(er|sie|es|dies\p{L}*|das|ihre?|seine?|dort|dabei|damit)\b/iu,
  fr: /^(il|elle|ils|elles|ce|cela|cette|ces|leur)\b/i,
  es: /^(él|ella|ellos|ellas|esto|este|esta|estos|su|sus)\b/i,
};

/** "DR OKAFOR:" before what somebody says. */
const label = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}):\s+/u;
/** The head of a letter or mail. */
const letterhead = /^(?:To|From|Date|Subject|Cc|Bcc|An|Von|Datum|Betreff|Objet|Asunto|De|Para|À):\s/;
const asking = /^(?:interviewer|host|moderator|reporter|question|frage|q)$/i;

/** The story's statements in its order: headings, questions and instructions to whoever makes the quiz are none. */
export function readFacts(story: string, code: string): Fact[] {
  const facts: Fact[] = [];
  const speakers = speakersIn(story);
  for (const { text, speaker } of paragraphsOf(story, speakers)) {
    let before: string | null = null;
    for (const sentence of splitSentences(text, code)) {
      if (states(sentence, code)) {
        const leans = leaning[code]?.test(sentence) ?? false;
        facts.push({ id: facts.length, text: sentence, context: leans ? before : null, speaker });
      }
      before = sentence;
    }
  }
  const seen = new Set<string>();
  return facts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Without headings, marks of lists, and what an interviewer asks. */
function paragraphsOf(story: string, speakers: ReadonlySet<string>): { text: string; speaker: string | null }[] {
  const blocks = story
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n|\n(?=\s*(?:[-*•#]|\d+[.)])\s)|\n(?=\p{Lu}[\p{L}.'’ -]{0,40}:\s)/u);
  return blocks.flatMap((block) => {
    if (/^\s*#{1,6}\s/.test(block) || isTitle(block) || letterhead.test(block.trim())) return [];
    const plain = block
      .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "")
      .replace(/\s+/g, " ")
      .trim();
    const speaker = label.exec(plain)?.[1];
    if (!speaker || !speakers.has(speaker)) return { text: plain, speaker: null };
    return asking.test(speaker) ? [] : { text: plain.replace(label, ""), speaker: nameOf(speaker) };
  });
}

/** Labels that come more than once. */
function speakersIn(story: string): ReadonlySet<string> {
  const labels = story.split("\n").flatMap((line) => label.exec(line.trim())?.[1] ?? []);
  return new Set(labels.filter((each, index) => labels.indexOf(each) !== index));
}

/** "DR OKAFOR" reads "Dr Okafor". */
function nameOf(speaker: string): string {
  if (/\p{Ll}/u.test(speaker)) return speaker;
  return speaker.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** A short line without an end, alone. */
function isTitle(block: string): boolean {
  const text = block.trim();
  return (
    !text.includes("\n") &&
    !/^[^\s:]+:/.test(text) &&
    /^\p{Lu}/u.test(text) &&
    !/[.!?:;…"”»]$/.test(text) &&
    wordsOf(text).length < 9
  );
}

/** The first heading, subject or title of a story; null where it has none. */
export function titleOf(story: string, code: string): string | null {
  const heading =
    /^\s*#{1,3}\s+(.+)$/m.exec(story) ?? /^(?:Subject|Title|Betreff|Titel|Objet|Titre|Asunto):\s+(.+)$/m.exec(story);
  const [first = ""] = story.trim().split("\n");
  if (heading?.[1] || (story.includes("\n") && isTitle(first))) return heading?.[1]?.trim() ?? first.trim();
  // "Quarterly report, district heating, 2025." states nothing and says what the rest is about.
  const [opening = "", more] = splitSentences(first.slice(0, 400), code);
  return code === "en" &&
    more &&
    wordsOf(opening).length < 8 &&
    wordsOf(opening).length > 2 &&
    !/[?!]$/.test(opening) &&
    !states(opening, code) &&
    !label.test(opening)
    ? opening.replace(/\.$/, "")
    : null;
}

function states(sentence: string, code: string): boolean {
  const words = wordsOf(sentence);
  if (words.length < 3 || words.length > 60 || /\?["”’)]*$/.test(sentence) || instruction.test(sentence)) return false;
  if (words.filter((word) => !isStopWord(word, code)).length < 2) return false;
  // Taggers miss verbs that look like nouns ("the heart pumps"), so a full stop counts as much.
  // Long sentences have verbs; to tag each of a book's would take minutes.
  if (code !== "en" || (words.length > 8 && /[.!…]["”’»)]*$/.test(sentence))) return words.length > 3;
  if (tagEnglish(sentence).some(({ pos }) => pos === "VERB" || pos === "AUX")) return words.length > 3;
  return (
    words.length > 3 &&
    /[.!…]["”’»)]*$/.test(sentence) &&
    words.slice(1).some((word) => /(?:s|ed)$/.test(word) && isVerb(word))
  );
}

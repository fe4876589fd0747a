import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";
import { tagEnglish } from "../nlp.ts";
import { cleanSpeech } from "./clean-speech.ts";
import type { SourceText } from "./input.ts";
import { joinQuotations } from "./join-quotations.ts";
import { type MaterialLine, readLines } from "./material-lines.ts";
import { fullName, isInterviewer } from "./speakers.ts";
import type { Unit } from "./unit.ts";

export type UnitDraft = Pick<Unit, "kind" | "text" | "passage" | "heading" | "speaker" | "question">;

/**
 * What one source says, sentence by sentence and point by point, without bylines, questions and words that say nothing.
 * Passages are counted on from `firstPassage`.
 */
export function readSource(source: SourceText, code: string, firstPassage: number): UnitDraft[] {
  const read = readLines(source.text);
  const headings = read.filter(({ kind }) => kind === "heading").length;
  // A single heading is the title of the whole.
  const lines =
    headings === 1 ? read.map((line): MaterialLine => (line.kind === "heading" ? { kind: "blank" } : line)) : read;
  const drafts: UnitDraft[] = [];
  const names = new Map<string, string>();
  const nameOf = (label: string) => {
    const name = names.get(label) ?? fullName(label, source.text);
    names.set(label, name);
    return name;
  };
  let passage = firstPassage;
  let heading: string | null = null;
  let speaker: string | null = null;
  let question: string | null = null;
  let before: MaterialLine["kind"] = "blank";
  let table: string[] = [];
  const interviewers = new Set(
    lines.flatMap((line) => (line.kind === "speech" && isInterviewer(line.speaker, lines) ? [line.speaker] : [])),
  );
  const closeTable = () => {
    if (table.length > 2)
      drafts.push({
        kind: "table",
        text: table.join("\n"),
        passage: passage++,
        heading,
        speaker: null,
        question: null,
      });
    table = [];
  };
  for (const line of [...lines, { kind: "blank" } as const]) {
    if (line.kind !== "table") closeTable();
    if (line.kind !== before || line.kind === "prose" || line.kind === "speech" || line.kind === "item") passage++;
    before = line.kind;
    if (line.kind === "blank") continue;
    if (line.kind === "table") table.push(line.text);
    else if (line.kind === "heading") {
      heading = line.text;
      speaker = null;
    } else {
      if (line.kind === "speech") speaker = line.speaker;
      if (speaker && interviewers.has(speaker)) {
        question = readQuestion(line.text, code);
        continue;
      }
      const voice = line.kind === "item" ? null : speaker;
      const text = voice ? cleanSpeech(line.text, code) : line.text;
      for (const sentence of text ? splitItem(text, line.kind, code) : []) {
        if (isEmptyTalk(sentence, question !== null) || order.test(sentence) || (voice && isPleasantry(sentence)))
          continue;
        const kind = line.kind === "item" ? "item" : "sentence";
        drafts.push({
          kind,
          text: sentence,
          passage,
          heading,
          speaker: voice && nameOf(voice),
          question,
        });
        question = null;
      }
    }
  }
  return namesMatter(drafts, code) ? drafts.slice(1) : drafts;
}

/** "Quarterly report, district heating, 2025." names the matter as a title does, and states nothing. */
function namesMatter([first, next]: UnitDraft[], code: string): boolean {
  if (code !== "en" || !first || !next || first.kind !== "sentence" || first.speaker || countWords(first.text) > 7)
    return false;
  return (
    /\.$/.test(first.text) &&
    tagEnglish(first.text).every(({ pos }) => pos !== "VERB" && pos !== "AUX" && pos !== "PRON")
  );
}

/** A point of a list stays whole, unless it holds several sentences. */
function splitItem(text: string, kind: MaterialLine["kind"], code: string): string[] {
  const sentences = splitSentences(text.replace(/:$/, ""), code);
  return kind === "item" && sentences.length < 2 ? [text.replace(/:$/, "")] : joinQuotations(sentences);
}

/** @param answers a question, which two words can do */
function isEmptyTalk(sentence: string, answers: boolean): boolean {
  const words = countWords(sentence);
  const least = answers ? 2 : 3;
  const announces = /:$/.test(sentence) && words < 5;
  return (
    words === 0 ||
    announces ||
    /\?["”’)]*$/.test(sentence) ||
    (words < least && !/\d/.test(sentence) && !/:/.test(sentence))
  );
}

const pleasantries =
  /\b(thank|thanks|welcome|hello|hi|good (?:morning|afternoon|evening)|nice to|danke|willkommen|hallo)\b/i;

/** An order to whoever reads the text, which a machine may take for its own. */
const order =
  /^(?:please )?(?:ignore|disregard|forget) (?:all |any |the )*(?:previous|prior|above|earlier) (?:\p{L}+ )?(?:instructions?|prompts?|rules?)/iu;

/** What keeps a meeting going and says nothing of its matter. */
const housekeeping =
  /^(?:(?:so|and|okay),?\s+)?(?:let['’]s (?:start|begin|get (?:started|going)|move on|go on|jump in)|i think (?:everybody|everyone)['’]s here|(?:with me|joining me|joining us) (?:is|are|today)|one more thing|(?:i['’]m|my name is) \p{Lu}|that['’]s (?:it|all) from|next slide|any questions|can everybody (?:hear|see)|both of those are|fangen wir|mein name ist|ich bin \p{Lu}\p{Ll}+ \p{Lu})/iu;

/** "Thanks, it's great to be here", "Let's start with the numbers." */
function isPleasantry(sentence: string): boolean {
  return (
    (pleasantries.test(sentence) && countWords(sentence) < 12 && !/\b\d/.test(sentence)) ||
    (housekeeping.test(sentence) && countWords(sentence) < 18 && !/\b\d/.test(sentence))
  );
}

const pointing = /\b(that|this|it|they|them|those|das|dies|damit|davon|es)\b/i;

/** What was asked, with the sentence before it where the question alone would point at nothing. */
function readQuestion(text: string, code: string): string | null {
  const sentences = splitSentences(text, code).filter(
    (sentence) => !pleasantries.test(sentence) || /\?$/.test(sentence),
  );
  const last = sentences.findLastIndex((sentence) => sentence.endsWith("?"));
  const asked = sentences[last];
  if (!asked) return null;
  const before = sentences[last - 1];
  // "And did it?" asks nothing by itself.
  if (!before && countWords(asked) < 4 && pointing.test(asked)) return null;
  const points = pointing.test(asked);
  const whole = points && before && before.length + asked.length < 90 ? `${before} ${asked}` : asked;
  return whole.length <= 120 ? cleanSpeech(whole.replace(/^(?:and|but|so|und|aber)\s+/i, ""), code) : null;
}

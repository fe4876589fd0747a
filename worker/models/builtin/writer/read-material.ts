import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";
import { cleanSpeech } from "./clean-speech.ts";
import type { SourceText } from "./input.ts";
import { type MaterialLine, readLines } from "./material-lines.ts";
import { phrasesFor } from "./phrases.ts";
import { fullName, isInterviewer } from "./speakers.ts";
import type { Unit } from "./unit.ts";

type Draft = Pick<Unit, "kind" | "text" | "passage" | "heading" | "speaker" | "question">;

/** Everything that the material says, in its order, without repetitions, questions and words that say nothing. */
export function readMaterial(sources: SourceText[], code: string): Unit[] {
  const units: Unit[] = [];
  const merged = new Map<number, number>();
  let passage = 0;
  for (const source of sources) {
    const drafts = readSource(source, code, passage);
    passage = (drafts.at(-1)?.passage ?? passage) + 1;
    for (const [index, draft] of drafts.entries()) {
      const leaning = leaningOf(draft, code);
      const before = index > 0 ? units.at(-1) : undefined;
      // A paragraph that opens with "This" goes where the one before it goes.
      const joins = leaning === "needs" && draft.question === null && before?.speaker === draft.speaker;
      const joined = joins ? before?.passage : merged.get(draft.passage);
      if (joined !== undefined) merged.set(draft.passage, joined);
      units.push({
        ...draft,
        passage: joined ?? draft.passage,
        id: units.length,
        source: source.number,
        words: countWords(draft.text),
        stems: new Set(contentStems(draft.text, code)),
        position: index / Math.max(1, drafts.length - 1),
        leaning,
        score: 0,
      });
    }
  }
  return withoutRepetitions(units);
}

function readSource(source: SourceText, code: string, firstPassage: number): Draft[] {
  const read = readLines(source.text);
  const headings = read.filter(({ kind }) => kind === "heading").length;
  // A single heading is the title of the whole.
  const lines =
    headings === 1 ? read.map((line): MaterialLine => (line.kind === "heading" ? { kind: "blank" } : line)) : read;
  const drafts: Draft[] = [];
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
    if (line.kind !== before || line.kind === "speech" || line.kind === "item") passage++;
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
        if (isEmptyTalk(sentence)) continue;
        const kind = line.kind === "item" ? "item" : "sentence";
        drafts.push({
          kind,
          text: sentence,
          passage,
          heading,
          speaker: voice && fullName(voice, source.text),
          question,
        });
        question = null;
      }
    }
  }
  return drafts;
}

/** A point of a list stays whole, unless it holds several sentences. */
function splitItem(text: string, kind: MaterialLine["kind"], code: string): string[] {
  const sentences = splitSentences(text, code);
  return kind === "item" && sentences.length < 2 ? [text] : sentences;
}

function isEmptyTalk(sentence: string): boolean {
  const words = countWords(sentence);
  return words === 0 || /\?["”’)]*$/.test(sentence) || (words < 3 && !/\d/.test(sentence) && !/:/.test(sentence));
}

const pleasantries =
  /\b(thank|thanks|welcome|hello|hi|good (?:morning|afternoon|evening)|nice to|danke|willkommen|hallo)\b/i;

/** What was asked, with the sentence before it where the question alone would point at nothing. */
function readQuestion(text: string, code: string): string | null {
  const sentences = splitSentences(text, code).filter(
    (sentence) => !pleasantries.test(sentence) || /\?$/.test(sentence),
  );
  const last = sentences.findLastIndex((sentence) => sentence.endsWith("?"));
  const asked = sentences[last];
  if (!asked) return null;
  const before = sentences[last - 1];
  const points = /\b(that|this|it|they|them|those|das|dies|damit|davon|es)\b/i.test(asked);
  const whole = points && before && before.length + asked.length < 90 ? `${before} ${asked}` : asked;
  return whole.length <= 120 ? cleanSpeech(whole.replace(/^(?:and|but|so|und|aber)\s+/i, ""), code) : null;
}

function leaningOf(draft: Draft, code: string): Unit["leaning"] {
  if (draft.kind !== "sentence") return "stands";
  const phrases = phrasesFor(code);
  const start = draft.text.replace(/^["“„»'‘]+/, "").replaceAll("’", "'");
  if (phrases.needs.test(start)) return "needs";
  return phrases.connects.test(start) ? "connects" : "stands";
}

/** Of two units that say the same in nearly the same words, the longer one stays. */
function withoutRepetitions(units: Unit[]): Unit[] {
  const byStem = new Map<string, Unit[]>();
  const dropped = new Set<number>();
  for (const unit of units) {
    const rare = [...unit.stems]
      .sort((a, b) => (byStem.get(a)?.length ?? 0) - (byStem.get(b)?.length ?? 0))
      .slice(0, 4);
    const rivals = new Set(rare.flatMap((stem) => byStem.get(stem) ?? []));
    for (const rival of rivals) {
      if (dropped.has(rival.id) || !sameMatter(unit, rival)) continue;
      dropped.add(unit.stems.size > rival.stems.size + 1 ? rival.id : unit.id);
    }
    for (const stem of unit.stems) {
      const holders = byStem.get(stem);
      if (!holders) byStem.set(stem, [unit]);
      else if (!dropped.has(unit.id)) holders.push(unit);
    }
  }
  return units.filter(({ id }) => !dropped.has(id));
}

function sameMatter(left: Unit, right: Unit): boolean {
  if (left.text.toLowerCase() === right.text.toLowerCase()) return true;
  if (left.stems.size < 4 || right.stems.size < 4) return false;
  const shared = [...left.stems].filter((stem) => right.stems.has(stem)).length;
  return shared / Math.min(left.stems.size, right.stems.size) >= 0.85;
}

import { isStopWord } from "#task-types/text/words.ts";
import { type Token, tagEnglish } from "../nlp.ts";
import type { Candidate } from "./candidates.ts";
import type { QuizPhrases } from "./phrases.ts";
import type { Story } from "./proposals.ts";
import { isDemonym, isProper, isWord } from "./wordnet.ts";

export const blank = "____";

/**
 * A question in plain words where English grammar surely gives one; null where only the sentence with a gap is safe.
 */
export function askInWords(candidate: Candidate, code: string, kinds: Story["kinds"]): string | null {
  const { fact } = candidate;
  if (
    code !== "en" ||
    fact.context !== null ||
    fact.speaker !== null ||
    /\b(?:I|we|my|our|us)\b|["“„]/i.test(fact.text)
  )
    return null;
  const core = coreOf(candidate);
  if (!core || /[,;:–—()]/.test(core.before + core.after)) return null;
  const asked = askWho(core, kinds) ?? askWhen(core) ?? askWhere(core, kinds) ?? askHowMany(core);
  return asked && !hasWord(asked, candidate.answer) ? asked : null;
}

/** Whether a text holds some words as they are. */
export function hasWord(text: string, words: string): boolean {
  const plain = (given: string) => ` ${given.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return plain(text).includes(plain(words));
}

/** The clause around an answer. */
type Core = Pick<Candidate, "kind" | "answer"> & {
  /** "In 1875", without its comma; empty where there is none. */
  lead: string;
  before: string;
  after: string;
};

const aside =
  /(?:,? (?:which|who|whose|where|while|although|because|whereas|so that)\b|, (?:but|so|and|or|yet|as|with|the same|\p{L}+ing|\p{L}+ed|about|twice|half)\b|;|:| [–—] ).*$/u;

/** The main clause with the answer in it: without what follows it, what opens it, and words set between commas. */
function coreOf({ fact, kind, answer, start, end }: Candidate): Core | null {
  const full = fact.text.slice(end);
  // What is cut off behind the answer must not hold a part of the same list.
  const after = full
    .replace(/[.!]["”]?$/, "")
    .replace(/^, [^,]{3,60},(?= \p{Ll})/u, "")
    .replace(aside, "");
  let before = fact.text
    .slice(0, start)
    .replace(/^(?:However|Today|Then|Later|Finally|Meanwhile|Moreover|Also|Indeed|Instead), /, "");
  const opening =
    /^((?:In|On|By|During|Since|After|Before|At|For) (?:the )?[^,]{1,40}?),? (?=(?:the |a |an )?(?:\p{Lu}|[a-z]+ (?:was|were|had)\b)|the )/u.exec(
      before,
    );
  const dated =
    /^((?:In|On|By|During|Since|At) (?:\d[\d ]*(?:\p{Lu}\p{Ll}+)?(?: \d{4})?|\p{Lu}\p{Ll}+ \d{4})),? (?=\p{L}|$)/u.exec(
      before,
    );
  const lead = (dated ?? (opening?.[0].includes(",") ? opening : null))?.[1] ?? "";
  if (lead) before = before.slice((dated ?? opening)?.[0].length);
  before = before.replace(/^([^,]{2,60}), [^,]{3,60}, (?=\p{Ll})/u, "$1 ");
  return { kind, answer, lead: lead.charAt(0).toLowerCase() + lead.slice(1), before, after };
}

/** The sentence with a gap; with the one before it where it leans on that. */
export function withGap({ fact, kind, start, end }: Candidate, phrases: QuizPhrases): string {
  // "a" or "an" before the gap would give the answer away.
  const before = fact.text.slice(0, start).replace(/\b([Aa])n? $/, (_, article: string) => `${article}/an `);
  const sentence = `${before}${blank}${fact.text.slice(end)}`;
  const lead = kind === "figure" ? phrases.completeFigure : kind === "year" ? phrases.completeYear : phrases.complete;
  return `${lead} ${spoken(fact, sentence, phrases)}`;
}

/** A sentence of the story in quotation marks, with the one that it leans on, and with who says it. */
export function spoken({ context, speaker }: Candidate["fact"], sentence: string, phrases: QuizPhrases): string {
  const said = quoted(context ? `${context} ${sentence}` : sentence, phrases);
  return speaker ? `${speaker}: ${said}` : said;
}

function quoted(text: string, { quotes: [open, close] }: QuizPhrases): string {
  return `${open}${text}${close}`;
}

/** "Who reached the South Pole?" of "In 1911, Amundsen reached the South Pole." */
function askWho({ kind, answer, lead, before, after }: Core, kinds: Story["kinds"]): string | null {
  if (kind !== "name" || before !== "" || kinds.get(answer) !== "person") return null;
  const [next, second] = tagEnglish(after.trim());
  const isVerbal =
    next &&
    ((next.pos === "VERB" && (isPast(next) || /[^s]s$/.test(next.text))) ||
      /^(?:was|is|has|had|can|could|will)$/.test(next.text));
  return isVerbal && second && /^\s/.test(after) ? asQuestion(`Who${after}${lead ? ` ${lead}` : ""}`) : null;
}

/** "In which year did the bridge open?" of "The bridge opened in 1932, …"; whole dates are asked for with "when". */
function askWhen({ kind, lead, before, after }: Core): string | null {
  if (kind !== "year" && kind !== "date") return null;
  const word = kind === "year" ? "In which year" : "When";
  const clause = before.replace(/(?:^| )(?:in|on|In|On)(?: the year)? $/, "");
  if (clause === before) return null;
  if (clause === "") return invert(word, after.replace(/^,?\s/, ""), "");
  // "from 1967 to 1975" is no point in time, and "in 1967 and 1968" are two.
  if (lead || /^ (?:and|to|or|until)\b/.test(after)) return null;
  return invert(word, clause, after);
}

/** "Where was Marie Curie born?" of "Marie Curie was born in Warsaw." */
function askWhere({ kind, answer, lead, before, after }: Core, kinds: Story["kinds"]): string | null {
  const clause = before.replace(/ (?:in|at) (?:the )?$/, "");
  if (
    kind !== "name" ||
    kinds.get(answer) !== "place" ||
    clause === before ||
    after.trim() !== "" ||
    clause.split(" ").length < 3
  )
    return null;
  return invert("Where", clause, lead ? ` ${lead}` : "");
}

/** "How many berths does the jetty have?" of "The jetty has 42 berths." */
function askHowMany({ kind, lead, before, after }: Core): string | null {
  if (kind !== "figure" || !/^ /.test(after)) return null;
  const tokens = tagEnglish(after.trim());
  const size = tokens.findIndex(({ pos }) => pos !== "NOUN" && pos !== "ADJ");
  const counted = tokens.slice(0, size < 0 ? tokens.length : size);
  const last = counted.at(-1);
  if (
    last?.pos !== "NOUN" ||
    !/s$|^(?:people|children)$/.test(last.text) ||
    /^(?:percent|million|billion|times)$/.test(last.text)
  )
    return null;
  const words = counted.map(({ text }) => text).join(" ");
  const clause = before
    .trim()
    .replace(/ (?:about|some|around|nearly|almost|over|only|exactly|up to|more than|at least|all)$/, "");
  const verb = tagEnglish(clause).at(-1);
  if (verb?.pos !== "VERB" && !/^(?:has|have|had)$/.test(verb?.text ?? "")) return null;
  return invert(`How many ${words}`, clause, after.trim().slice(words.length) + (lead ? ` ${lead}` : ""));
}

/** "did the bridge open" of "The bridge opened": a question needs its auxiliary before its subject. */
function invert(lead: string, clause: string, rest: string): string | null {
  const tokens = tagEnglish(clause);
  const at = tokens.findIndex(({ pos }) => pos === "VERB" || pos === "AUX");
  const verb = tokens[at];
  const before = tokens.slice(0, at);
  if (!verb || at < 1 || at > 9 || !isSubject(before)) return null;
  const subject = join(before, true);
  const following = tokens.slice(at + 1);
  const tail = join(following, false) + rest;
  const others = following.filter(({ pos }) => pos === "VERB" || pos === "AUX").length;
  if (following.some(({ pos }) => pos === "SCONJ")) return null;
  if (/^(?:was|were|is|are|can|could|will)$/.test(verb.text)) {
    const [next] = following.filter(({ pos }) => pos !== "ADV");
    const isOne = others === 0 || (others === 1 && next?.pos === "VERB");
    return isOne ? asQuestion(`${lead} ${verb.text} ${subject} ${tail}`) : null;
  }
  if (others > 0) return null;
  if (verb.text === "had" || (verb.pos === "VERB" && isPast(verb))) {
    return asQuestion(`${lead} did ${subject} ${verb.text === "had" ? "have" : baseOf(verb)} ${tail}`);
  }
  if (verb.text === "has") return asQuestion(`${lead} does ${subject} have ${tail}`);
  if (verb.text === "have") return asQuestion(`${lead} do ${subject} have ${tail}`);
  if (verb.pos !== "VERB") return null;
  if (/[^s]s$/.test(verb.text) && verb.text !== verb.lemma)
    return asQuestion(`${lead} does ${subject} ${baseOf(verb)} ${tail}`);
  return verb.text === verb.lemma && /s$|\band\b/.test(subject)
    ? asQuestion(`${lead} do ${subject} ${verb.lemma} ${tail}`)
    : null;
}

/** One thing, perhaps with what it is of: "the construction of the canal". */
function isSubject(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  const hasNoun = tokens.some(({ pos }) => pos === "NOUN" || pos === "PROPN");
  const isPlain = tokens.every(
    ({ pos, text }) => !["SCONJ", "CCONJ", "PUNCT", "ADV"].includes(pos) && (pos !== "ADP" || text === "of"),
  );
  return first !== undefined && first.pos !== "ADP" && hasNoun && isPlain;
}

/** The tagger's base forms are American: "nationalised" stays British. */
function baseOf({ text, lemma }: Token): string {
  if (/is(?:e|ed|es)$/.test(text) && /ize$/.test(lemma)) return lemma.replace(/ize$/, "ise");
  return /our/.test(text) && !/our/.test(lemma) ? lemma.replace(/or/, "our") : lemma;
}

function isPast({ text, lemma }: Token): boolean {
  return text.toLowerCase() !== lemma && !/(ing|s)$/.test(text);
}

function join(tokens: Token[], isSubject: boolean): string {
  const [first] = tokens;
  const text = tokens
    .map((token) => (token.spaceBefore ? " " : "") + token.text)
    .join("")
    .trim();
  const second = tokens[1]?.text ?? "";
  const isOwn =
    first && (/^\p{Lu}/u.test(second) || isProper(first.text) || !isWord(first.text) || isDemonym(first.text));
  return isSubject && (!isOwn || isStopWord(first.text, "en")) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function asQuestion(text: string): string {
  return `${text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\s*[.!]$/, "")}?`;
}

import { countWords } from "#task-types/text/words.ts";
import { type Token, tagEnglish } from "../nlp.ts";

const mostWords = 11;
const mostCharacters = 56;

/** Says that something is said, hoped or done to somebody unnamed: cut short, it would claim more than the sentence. */
const reports =
  /^(?:say|said|tell|told|believe|think|thought|fear|claim|argue|hope|suggest|expect|estimate|announce|warn|find|found|show|report|state|add|explain|know|feel|seem|appear|mean|ask|want|try|plan)/i;
const conditional = /\b(?:if|unless|except|hardly|barely|rarely|provided|whether|when|until)\b/i;
/** What may stand before the subject and be left out without changing what is claimed. */
const loose =
  /^(?:(?:twice|once|three times) (?:a|every) \p{Ll}+,? |every \p{Ll}+,? |today,? |now,? |however, |but |in fact, )/iu;
/** Words of which the tagger makes nouns before a number or an article. */
export const mistakenVerbs =
  /^(?:costs?|feeds?|orders?|breaks?|holds?|carr(?:y|ies)|uses?|slows?|drops?|rises?|saves?|needs?|shelters?|stores?|takes?|hides?|leads?|climbs?|covers?|grows?|runs?|lasts?|falls?|stands?|protects?|helps?|pays?|counts?|lies|feeds?|fits|replaces?|brings?|keeps?|doubles?|doubled)$/i;
/** Verbs that are nothing without their preposition: "came from", "depends on". */
const moves = /^(?:came|comes?|went|goes|go|depends?|rel(?:y|ies)|returns?|moves?|moved|turns?|leads?|led)$/i;
const nominal = new Set(["NOUN", "PROPN", "ADJ", "NUM"]);

/** A sentence condensed to a heading: a stretch of its own words that claims no more than it; null where none can be had. */
export function condense(sentence: string, code: string): string | null {
  const bare = sentence.replace(/\s*\[\d+\]/g, "").trim();
  if (/["“”„«»?]/.test(bare)) return null;
  if (code === "de") return condenseGerman(bare);
  return code === "en" ? condenseEnglish(bare) : null;
}

function condenseEnglish(sentence: string): string | null {
  const called = /^The ([\p{Ll} -]{4,30}?) is what [\p{L} ]{2,30} calls? ([\p{Ll} -]{4,30}?)(?=[:.,])/u.exec(sentence);
  if (called) return fitting(`The ${called[1]}: ${called[2]}`);
  const named = /^(\p{Lu}\p{Ll}+s) are ((?:\p{Ll}+ ){0,2}\p{Ll}+s)(?: as well| too)?[.,]/u.exec(sentence);
  if (named) return fitting(`${named[1]} as ${named[2]}`);
  const short = sentence
    .replace(/[.!]$/, "")
    .replace(/^However, /, "")
    .replace(/,? (?:as well|too)$/, "");
  if (/^not every/i.test(short) && countWords(short) <= 9) return fitting(short);
  if (conditional.test(sentence)) return null;
  return clause(tagEnglish(sentence.replace(loose, "")));
}

/** Subject, verb and object at the head of the sentence, up to where nothing is lost by stopping. */
function clause(tokens: Token[]): string | null {
  const start = /^(?:the|a|an)$/i.test(tokens[0]?.text ?? "") ? 1 : 0;
  let at = start;
  while (isNominal(tokens, at)) at++;
  const subject = tokens.slice(start, at);
  const head = subject.at(-1);
  if (!head || subject.length > 4 || (head.pos !== "NOUN" && head.pos !== "PROPN")) return null;
  const subjectEnd = at;
  // "The marsh behind the flats" is the marsh; "passengers from Lysvik" are not the passengers.
  if (
    start === 1 &&
    /^the$/i.test(tokens[0]?.text ?? "") &&
    /^(?:behind|along|beside|below|above)$/.test(tokens[at]?.text ?? "")
  ) {
    at++;
    if (tokens[at]?.pos === "DET") at++;
    while (isNominal(tokens, at) && !isVerb(tokens, at)) at++;
  }
  const verbStart = at;
  while (tokens[at]?.pos === "AUX" || tokens[at]?.pos === "PART" || (at > verbStart && tokens[at]?.pos === "ADV")) at++;
  if (!isVerb(tokens, at) || reports.test(tokens[at]?.text ?? "")) return null;
  if (at === verbStart && !agrees(head.text, tokens[at]?.text ?? "")) return null;
  at++;
  if (moves.test(tokens[at - 1]?.text ?? "") && tokens[at]?.pos === "ADP") at++;
  const objectStart = at;
  while (at < tokens.length && goesOn(tokens, at, objectStart)) at++;
  if (at === objectStart || !mayStop(tokens, at)) return null;
  const last = tokens[at - 1];
  if (!last || !["NOUN", "PROPN", "VERB"].includes(last.pos) || /^(?:half|part|lot|number)$/i.test(last.text))
    return null;
  // "Saves 3 tonnes a year" without its year is another claim.
  if (isPeriod(tokens, at) && tokens.slice(objectStart, at).some(({ pos }) => pos === "NUM")) at += 2;
  const named = `${textOf(tokens.slice(dropsArticle(subject) ? start : 0, subjectEnd))}`;
  return fitting(`${named} ${textOf(tokens.slice(verbStart, at))}`);
}

/** "Salt marsh slows …" reads as a heading, "Switch saves …" does not. */
function dropsArticle(subject: Token[]): boolean {
  const head = subject.at(-1)?.text ?? "";
  return /[^su]s$/.test(head) || (subject.length > 1 && subject.every(({ pos }) => pos !== "PROPN"));
}

function isPeriod(tokens: Token[], at: number): boolean {
  return (
    /^(?:each|every|a|this|last|next)$/i.test(tokens[at]?.text ?? "") &&
    /^(?:year|month|week|day|night|hour|spring|summer|autumn|winter)$/i.test(tokens[at + 1]?.text ?? "")
  );
}

function isNominal(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && nominal.has(token.pos) && /[\p{L}\d]/u.test(token.text) && !isVerb(tokens, at);
}

function isVerb(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || /ing$/.test(token.text)) return false;
  if (token.pos === "VERB") return true;
  const next = tokens[at + 1];
  return (
    token.pos === "NOUN" && at > 0 && mistakenVerbs.test(token.text) && /^(?:NUM|DET|ADV|PRON)$/.test(next?.pos ?? "")
  );
}

function agrees(subject: string, verb: string): boolean {
  if (/(?:ed|[aeo]st|ught|old|ew|ose|ank|ame|ave)$/.test(verb)) return true;
  const plural = /[^sui]s$/.test(subject);
  return plural !== /[^s]s$/.test(verb);
}

function goesOn(tokens: Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1];
  if (token.pos === "DET") return at === start || before?.pos === "ADP";
  if (token.pos === "ADV") return at === start && /^(?:about|around|almost|nearly|only|up)$/i.test(token.text);
  if (/^(?:of|per)$/i.test(token.text)) return at > start;
  if (/^(?:more|less|fewer|than|at|least|up|to)$/i.test(token.text)) return at <= start + 1;
  if (token.text === "and" || token.text === "or")
    return at > start && tokens[at + 1]?.pos === "NOUN" && !/^(?:VERB|AUX|DET)$/.test(tokens[at + 2]?.pos ?? "");
  // "storm surges": a plural that the tagger takes for a verb.
  if (token.pos === "VERB") return at > start && before?.pos === "NOUN" && /s$/.test(token.text);
  return (
    nominal.has(token.pos) ||
    (token.pos === "PRON" && /^(?:their|its)$/.test(token.text) && at === start) ||
    (token.text === "-" && at > start) ||
    /^\p{Sc}$/u.test(token.text)
  );
}

/** The rest only adds where, when or why; "under", "without" and "not" would take something back. */
function mayStop(tokens: Token[], at: number): boolean {
  const next = tokens[at];
  if (!next || /^[.,;:]$/.test(next.text)) return true;
  if (/^(?:under|without|except|after|before|for|to|than|like|against|only)$/i.test(next.text)) return false;
  if (next.pos === "ADP") return true;
  if (/^(?:because|since|as|while|where|which)$/i.test(next.text)) return true;
  if (isPeriod(tokens, at)) return true;
  return next.text === "and" && /^(?:VERB|AUX|PRON|DET|PROPN)$/.test(tokens[at + 1]?.pos ?? "");
}

function textOf(tokens: Token[]): string {
  return tokens
    .map(({ text, spaceBefore }) => (spaceBefore ? " " : "") + text)
    .join("")
    .trim();
}

const opensSubclause =
  /^(?:wenn|weil|als|ob|obwohl|dass|um|nachdem|seit|bis|falls|während|damit|auch|nach|mit|in|bei|zum|zur|er|sie|es|wir|ich|dies\p{L}*|laut|ein drittel|den rest)\b/iu;

const unclear =
  /\b(?:nicht|kein\p{L}*|nur|kaum|falls|wenn|sofern|es|ihre?\p{L}?|davon|dafür|dabei|damit|daran|darin|dazu|heute|am \p{L}+sten)\b/iu;

/** The first main clause of a short German sentence; "gibt es" falls away behind a noun: "Kritik am Vertrag". */
function condenseGerman(sentence: string): string | null {
  if (opensSubclause.test(sentence)) return null;
  const main = sentence
    .replace(/(?:,|:| –) (?=(?:das|die|der|dem|den|etwa|weil|denn|und|wo|was|also|danach|dann|jede[rs]?)\s).*$/u, "")
    .replace(/\.$/, "");
  // A list that goes on with "die … und" is no clause to be cut.
  if (/[,;:]/.test(main) || /^.{0,3}(?:das|die|der) \p{Lu}\p{L}+ und /u.test(sentence.slice(main.length))) return null;
  const shorter = main
    .replace(
      /^(\p{Lu}\p{Ll}+) (?:gibt|gab) es(?: noch| auch)? (?=(?:am|an|mit|bei|beim|im|in|für|um|zu|zum|zur|über)\s)/u,
      "$1 ",
    )
    .replace(/\s(?:außerdem|deshalb|zudem|daher|also|jedoch|allerdings)(?=\s)/gu, "");
  return countWords(shorter) >= 3 && countWords(shorter) < 9 && !unclear.test(shorter) ? fitting(shorter) : null;
}

function fitting(heading: string): string | null {
  const text = heading.replace(/\s+/g, " ").trim();
  const isFit = countWords(text) >= 2 && countWords(text) <= mostWords && text.length <= mostCharacters;
  return isFit ? text.charAt(0).toUpperCase() + text.slice(1) : null;
}

import { isStopWord } from "#task-types/text/words.ts";
import { months, weekdays } from "./pools.ts";
import { categoryOf, isDemonym, isProper, isWord } from "./wordnet.ts";

export type NameKind = "person" | "place" | "other";
export type NameSpan = { start: number; end: number };

type Word = { text: string; start: number; end: number };

const particles = /^(?:de|von|van|der|den|of|la|le|du|di|da|del|della|des|al|bin|ibn|zu|y)$/;
export const titles =
  /^(?:King|Queen|Prince|Princess|President|Emperor|Empress|Sir|Lord|Lady|Dr|Mr|Mrs|Ms|Professor|Pope|General|Captain|Saint|Count|Duke|Chancellor|Judge)\b/;
const things =
  /\b(?:Canal|Company|Bridge|Tower|Museum|Castle|War|Crisis|Convention|Treaty|University|Party|Act|Bank|Council|Institute|Prize|Prizes|Pole|Design|Ocean)\b/;

/** Words that the story writes with a capital inside a sentence: what begins a sentence may be one of them. */
export function capitalsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) =>
      wordsIn(text)
        .filter((word) => isCapital(word) && !opens(text, word))
        .map(({ text: each }) => each),
    ),
  );
}

/** The names in a sentence: words with capitals, with the small words that join them. */
export function findNames(text: string, code: string, capitals: ReadonlySet<string>): NameSpan[] {
  const words = wordsIn(text);
  const spans: NameSpan[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!beginsName(text, words, index, code, capitals)) continue;
    let last = index;
    for (let next = index + 1; next < words.length && touches(text, words, next); next++) {
      const word = words[next] as Word;
      if (isCapital(word) && !isCalendar(word.text, code)) last = next;
      else if (!particles.test(word.text) || !isNextCapital(words, next)) break;
    }
    const [first, end] = [words[index] as Word, words[last] as Word];
    // Letters alone, such as "DNA", have no fellows of their kind to stand beside.
    const isAcronym = last === index && /^\p{Lu}+$/u.test(first.text);
    if (!isAcronym) spans.push({ start: first.start, end: end.end });
    index = last;
  }
  return spans;
}

function beginsName(
  text: string,
  words: readonly Word[],
  index: number,
  code: string,
  capitals: ReadonlySet<string>,
): boolean {
  const word = words[index];
  if (!word || !isCapital(word) || word.text === "I" || isCalendar(word.text, code)) return false;
  if (isStopWord(word.text, code) && (opens(text, word) || code !== "en")) return false;
  // "1,5 Millionen Menschen" are capitals side by side, and no name.
  if (code === "de" && /\d\s$/.test(text.slice(0, word.start))) return false;
  const next = words[index + 1];
  const isJoined = next !== undefined && isCapital(next) && touches(text, words, index + 1);
  if (code === "en" && isDemonym(word.text) && !isJoined) return false;
  if (!opens(text, word)) return code !== "de" || isJoined;
  if (code !== "en") return code !== "de" && (capitals.has(word.text) || isJoined);
  return capitals.has(word.text) || isProper(word.text) || !isWord(word.text) || (isJoined && !isDemonym(word.text));
}

/** What a name names: by the dictionary, by its own words, else by the words around it. */
export function nameKindAt(text: string, { start, end }: NameSpan): NameKind | null {
  const name = text.slice(start, end);
  if (titles.test(name)) return "person";
  if (things.test(name)) return "other";
  const known = categoryOf(name);
  if (known) return known;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/\b(?:in|at|near|towards?|through|outside|across|between|off|Between|In|At)\s(?:the\s)?$/.test(before))
    return "place";
  if (/\bfrom\s$/i.test(before) && /^\sto\s/.test(after)) return "place";
  const partner =
    /^\s(?:and|with|to)\s(\p{Lu}[\p{L}-]+)/u.exec(after)?.[1] ??
    /(\p{Lu}[\p{L}-]+)\s(?:and|with|to)\s$/u.exec(before)?.[1];
  if (partner && categoryOf(partner) === "place") return "place";
  if (/\b(?:named|called|by|said|asked|replied|answered|cried|Mr|Mrs|Ms|Dr)\.?\s$/.test(before)) return "person";
  if (
    /^,?\s(?:said|asked|replied|took|gave|wrote|began|leads?|led|became|was born|married|won|sold|kept|discovered|invented|described|first)\b/.test(
      after,
    )
  )
    return "person";
  return /^\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s)?(?:(?:de|von|van)\s)?\p{Lu}\p{Ll}+$/u.test(name) &&
    categoryOf(name.split(" ")[0] ?? "") !== "place"
    ? "person"
    : null;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map(({ 0: word, index }) => {
    const bare = word.replace(/['’]s?$|-$/u, "");
    return { text: bare, start: index, end: index + bare.length };
  });
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text) && !/\d/.test(text);
}

function isNextCapital(words: readonly Word[], index: number): boolean {
  return [1, 2].some((step) => {
    const word = words[index + step];
    return word !== undefined && isCapital(word) && (step === 1 || particles.test(words[index + 1]?.text ?? ""));
  });
}

function touches(text: string, words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  return before !== undefined && word !== undefined && /^(?:\s|\.\s)$/.test(text.slice(before.end, word.start));
}

/** Whether a word stands where any word has a capital. */
function opens(text: string, { start }: Word): boolean {
  return /(?:^|[.!?:]\s|[“"„«(]\s?)$/.test(text.slice(0, start));
}

function isCalendar(word: string, code: string): boolean {
  return [...(months[code] ?? []), ...(weekdays[code] ?? [])].includes(word);
}

import { isStopWord, stem, wordsOf } from "#task-types/text/words.ts";
import { phrasesFor } from "./phrases.ts";
import type { UnitDraft } from "./read-source.ts";
import type { Unit } from "./unit.ts";

/** What comes in more sentences than this is known to the reader by then: "the city", "the tide". */
const wellKnown = 3;
const definite: Record<string, RegExp> = {
  en: /^(?:the|both|all the|each of the)\s+/i,
  de: /^(?:der|die|das|den|dem|des|im|am|zum|zur|vom|beim)\s+/i,
};

const germanArticle = /^Das\s+(?:\p{Ll}+[en]\s+)?\p{Lu}/u;

/**
 * How each unit leans on the one before it: by a pronoun or a word of its kind, or by "the buttons" where the buttons
 * came up a sentence ago and nowhere else.
 */
export function findLeanings(drafts: UnitDraft[], stems: ReadonlySet<string>[], code: string): Unit["leaning"][] {
  const frequency = new Map<string, number>();
  for (const own of stems) for (const each of own) frequency.set(each, (frequency.get(each) ?? 0) + 1);
  return drafts.map((draft, index) => {
    const byWords = leaningOf(draft, code);
    if (byWords === "needs" || draft.kind !== "sentence") return byWords;
    const subject = definiteSubject(draft.text, code);
    if (!subject || (frequency.get(subject) ?? 0) > wellKnown) return byWords;
    const leans = [1, 2].some((back) => {
      const before = drafts[index - back];
      return before?.passage === draft.passage && before.kind === "sentence" && stems[index - back]?.has(subject);
    });
    return leans ? "needs" : byWords;
  });
}

function leaningOf(draft: UnitDraft, code: string): Unit["leaning"] {
  if (draft.kind !== "sentence") return "stands";
  const phrases = phrasesFor(code);
  const start = draft.text.replace(/^["“„»'‘]+/, "").replaceAll("’", "'");
  // "Das Haus" is an article with its noun, "Das ist" is not.
  if (phrases.needs.test(start) && !(code === "de" && germanArticle.test(start))) return "needs";
  return phrases.connects.test(start) ? "connects" : "stands";
}

/** The stem of the first noun-like word behind a definite article; null where there is none. */
function definiteSubject(text: string, code: string): string | null {
  const article = definite[code]?.exec(text)?.[0];
  if (!article) return null;
  const [first] = wordsOf(text.slice(article.length)).filter((word) => !isStopWord(word, code) && !/\d/.test(word));
  return first ? stem(first, code) : null;
}

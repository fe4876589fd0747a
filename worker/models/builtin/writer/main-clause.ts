import { countWords } from "#task-types/text/words.ts";
import { asSentence, isClause } from "./voice.ts";

/** Where a main clause is over and what it claims is complete. */
const ends: Record<string, RegExp> = {
  en: /;\s|,?\s(?:so that|because|although|though|whereas)\s|,\s(?:which|who|while|where|after which|when)\s/,
  de: /;\s|,\s(?:weil|da|obwohl|während|sodass|so dass|damit|wobei|nachdem|bevor)\s/,
};
/** A clause that only holds under what follows it. */
const binds = /\b(?:if|unless|not|no|hardly|only|never|wenn|falls|nicht|kein\p{L}*|nur|nie)\b/iu;
const fewestWords = 6;

/** A long sentence's main clause as a sentence; null where none can stand without the rest. */
export function mainClause(sentence: string, code: string): string | null {
  const at = (ends[code] ?? /;\s/).exec(sentence)?.index;
  if (at === undefined) return null;
  const head = sentence.slice(0, at);
  const isWhole = countWords(head) >= fewestWords && !/["“”„«»]/.test(head) && !binds.test(head);
  return isWhole && isClause(`${head}.`, code) ? asSentence(head) : null;
}

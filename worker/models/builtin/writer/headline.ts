import { condense } from "./clause-headings.ts";
import { mainClause } from "./main-clause.ts";

/** The words of a sentence that fit over a text or into the subject of a mail; null where none of them say enough. */
export function headline(sentence: string, code: string, most: number): string | null {
  const candidates = [condense(sentence, code), sentence, mainClause(sentence, code), beforeStop(sentence)];
  const found = candidates.find((text) => text && text.length <= most && text.length >= 8 && !/["“”„«»]/.test(text));
  return found?.replace(/[.。]$/, "") ?? null;
}

/** What stands before the first comma of a language whose clauses are not told apart. */
function beforeStop(sentence: string): string | null {
  const at = sentence.search(/[、，،;:](?:\s|\p{L})/u);
  return at > 0 ? sentence.slice(0, at) : null;
}

/** Between words, without a mark at the end that hangs in the air. */
export function cut(text: string, length: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= length) return plain;
  const words = plain.slice(0, length).replace(/\s+\S*$/, "");
  return `${words.replace(/[,;:.–-]+$/, "")}…`;
}

import { splitSentences } from "#task-types/text/sentences.ts";

/** Pieces that a speech model takes at once, broken between sentences where that is possible. */
export function splitForSpeech(text: string, code: string, longest = 1500): string[] {
  const pieces: string[] = [];
  for (const part of text.split(/\n{2,}/).flatMap((paragraph) => splitParagraph(paragraph, code, longest))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length + 2 <= longest)
      pieces[pieces.length - 1] = `${last}\n\n${part}`;
    else pieces.push(part);
  }
  return pieces;
}

function splitParagraph(paragraph: string, code: string, longest: number): string[] {
  const parts: string[] = [];
  for (const piece of splitSentences(paragraph, code).flatMap((sentence) => cut(sentence, longest))) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length + 1 <= longest) parts[parts.length - 1] = `${last} ${piece}`;
    else parts.push(piece);
  }
  return parts;
}

/** Only for what no speaker could say in one breath: at a space, else anywhere. */
function cut(sentence: string, longest: number): string[] {
  if (sentence.length <= longest) return [sentence];
  const space = sentence.lastIndexOf(" ", longest);
  const at = space > longest / 2 ? space : longest;
  return [sentence.slice(0, at).trim(), ...cut(sentence.slice(at).trim(), longest)];
}

import { readMarkdown } from "#task-types/text/markdown.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { check } from "./score.ts";

/** A statement is carried by the material when this share of its words of matter stands there close together. */
const enough = 0.5;
const leastWords = 4;

/** Every sentence that states something must have its words in three neighbouring sentences of the material. */
export function checkClaims(text: string, { passages, code }: Evidence): Finding {
  const stated = readMarkdown(text)
    .blocks.filter(({ kind }) => kind !== "heading" && kind !== "code")
    .flatMap((block) => splitSentences(block.text, code))
    .filter((sentence) => !/[?]$/.test(sentence) && contentStems(sentence, code).length >= leastWords);
  const bare = stated.filter((sentence) => {
    const own = contentStems(sentence, code);
    return !passages.some((passage) => coverage(own, passage) >= enough);
  });
  const faults = bare.map((sentence) => `nothing in the sources says “${sentence.slice(0, 140)}”`);
  return check("claims", "Supported claims", faults, `${stated.length} statements, each with its words in the sources`);
}

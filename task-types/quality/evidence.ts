import { valuesIn } from "#task-types/text/numbers.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems } from "#task-types/text/words.ts";

/** Material as the checks look things up in it; read once, since it may be long. */
export type Evidence = {
  code: string;
  /** The words of matter of each three neighbouring sentences. */
  passages: ReadonlySet<string>[];
  /** Every number that is stated. */
  values: ReadonlySet<number>;
};

/** @param code the language's ISO 639-1 code */
export function readEvidence(material: readonly string[], code: string): Evidence {
  const sentences = material.flatMap((text) => text.split(/\n+/).flatMap((line) => splitSentences(line, code)));
  const stems = sentences.map((sentence) => contentStems(sentence, code));
  const passages = stems.map((_, index) => new Set(stems.slice(Math.max(0, index - 1), index + 2).flat()));
  return { code, passages, values: valuesIn(material.join("\n"), code) };
}

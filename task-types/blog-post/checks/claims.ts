import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { type Check, type CheckedSentence, type CheckedText, failed, passed } from "./checked-text.ts";

/** A claim is carried by a source when this share of its words of matter stands in three neighbouring sentences. */
const enoughSupport = 0.5;
/** Shorter sentences say too little to be checked by their words. */
const leastWords = 4;

/** Every sentence that states something must have its words in the sources. */
export const checkClaims: Check = (text) => {
  const label = "Supported claims";
  if (text.workingDraft) return passed("claims", label, "The working draft states no facts.");
  const claims = text.sentences.filter((sentence) => isClaim(sentence, text));
  if (text.sources.length === 0) {
    const [first] = claims;
    const finding = `There is no source to check ${claims.length} statements against.`;
    return failed("claims", label, finding, 4, first?.text ?? null);
  }
  const passages = text.sources.flatMap((source) => passagesOf(source.text, text.code));
  const known = new Set(passages.flatMap((passage) => [...passage]));
  if (
    claims.length > 3 &&
    coverage(
      claims.flatMap(({ stems }) => stems),
      known,
    ) < 0.2
  ) {
    return failed(
      "claims",
      label,
      "The sources seem to be in another language, so statements could not be compared with them.",
      5,
    );
  }
  const bare = claims.filter(({ stems }) => support(stems, passages) < enoughSupport);
  const [first] = bare;
  if (!first) return passed("claims", label, `${claims.length} statements, each with its words in the sources.`);
  const finding = `${bare.length} of ${claims.length} statements have no support in the sources.`;
  return failed("claims", label, finding, 6 - (bare.length / claims.length) * 8, first.text);
};

/** Not a question, not an announcement of the headings, and long enough to state something. */
function isClaim({ text, stems }: CheckedSentence, { blocks, code }: CheckedText): boolean {
  if (stems.length < leastWords || text.endsWith("?")) return false;
  const headings = new Set(blocks.flatMap((block) => (block.kind === "heading" ? contentStems(block.text, code) : [])));
  const announced = stems.filter((stem) => headings.has(stem)).length;
  return announced < 3 || announced / stems.length < 0.7;
}

function passagesOf(text: string, code: string): Set<string>[] {
  const sentences = text
    .split(/\n+/)
    .flatMap((line) => splitSentences(line, code))
    .map((sentence) => contentStems(sentence, code));
  return sentences.map((_, index) => new Set(sentences.slice(Math.max(0, index - 1), index + 2).flat()));
}

function support(stems: string[], passages: Set<string>[]): number {
  let best = 0;
  for (const passage of passages) {
    best = Math.max(best, coverage(stems, passage));
    if (best === 1) break;
  }
  return best;
}

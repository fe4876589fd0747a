import { languageCode } from "#task-types/text/language.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";
import type { ArticleInput } from "./input.ts";

const instruction =
  /^(?:please\s+)?(?:write|create|draft|generate|make|produce)\s+(?:me\s+)?(?:a|an|the)?\s*(?:short|long|detailed)?\s*(?:blog\s*post|article|post|piece|text)?\s*(?:about|on|for|covering)\s+/i;

/** The topic as a title: an instruction around it falls away, the first letter is large, no full stop at the end. */
export function cleanTitle(
  input: Pick<ArticleInput, "topic" | "style" | "primaryKeyword" | "language">,
  headings: string[],
): string {
  const code = languageCode(input.language);
  const bare =
    input.topic
      .replace(instruction, "")
      .replace(/[.\s]+$/, "")
      .trim() || input.topic;
  const topic = bare.charAt(0).toUpperCase() + bare.slice(1);
  const keyword = input.primaryKeyword?.trim();
  if (keyword && !includesAll(topic, keyword, code))
    return `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}: ${topic}`;
  const [first, second] = headings;
  // One word says too little for a title; the first themes say what about it.
  if (countWords(topic) < 3 && first) {
    const about = [first, ...(second && first.length + second.length < 50 ? [second] : [])].map((heading) =>
      lower(heading, code),
    );
    return `${topic}: ${about.join(", ")}`;
  }
  return topic;
}

function includesAll(text: string, part: string, code: string): boolean {
  const stems = new Set(contentStems(text, code));
  return contentStems(part, code).every((stem) => stems.has(stem));
}

function lower(heading: string, code: string): string {
  return code === "de" || /^\p{Lu}\p{Lu}/u.test(heading) ? heading : heading.charAt(0).toLowerCase() + heading.slice(1);
}

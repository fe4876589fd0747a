import { splitSentences } from "#task-types/text/sentences.ts";
import { platformRules } from "./platforms.ts";
import type { Platform } from "./schema.ts";

export type WrittenPost = { platform: Platform; text: string; hashtags: string[] };
export type ComposedPost = WrittenPost & { length: number; shortened: boolean };

/**
 * Text, hashtags and link as they will stand there. Hashtags give way first, then whole sentences from the end, then
 * words: the result is always within the platform's limit by its own counting.
 */
export function composePost({ platform, text, hashtags }: WrittenPost, link: string | null): ComposedPost {
  const { limit, count } = platformRules[platform];
  const tags = [...new Set(hashtags.map((tag) => `#${tag.replace(/^#/, "")}`))];
  const put = (words: string, marks: string[]) => [words, marks.join(" "), link ?? ""].filter(Boolean).join("\n\n");
  const fits = (words: string, marks: string[]) => count(put(words, marks)) <= limit;
  const body = text.trim();
  for (let kept = tags.length; kept >= 0; kept--) {
    const marks = tags.slice(0, kept);
    if (fits(body, marks)) return composed(platform, put(body, marks), marks, false);
    if (kept > 1) continue;
    const shorter = shorten(body, (words) => fits(words, marks));
    if (shorter) return composed(platform, put(shorter, marks), marks, true);
  }
  // A link longer than the platform's limit leaves no room for words.
  return composed(platform, shorten(body, (words) => count(words) <= limit) || body.slice(0, 1), [], true);
}

function composed(platform: Platform, text: string, hashtags: string[], shortened: boolean): ComposedPost {
  return { platform, text, hashtags, length: platformRules[platform].count(text), shortened };
}

/** Whole sentences where they fit, else whole words, else letters as readers see them. */
function shorten(text: string, fits: (words: string) => boolean): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => splitSentences(paragraph));
  const sentences = paragraphs.flatMap((own, index) => own.map((sentence) => ({ sentence, index })));
  const inParagraphs = (count: number) =>
    sentences
      .slice(0, count)
      .map(({ sentence, index }, at) => (at === 0 ? "" : sentences[at - 1]?.index === index ? " " : "\n\n") + sentence)
      .join("");
  const whole = longest(sentences.length, inParagraphs, fits);
  if (whole) return whole;
  const words = text.trim().split(/\s+/);
  const cut = (part: string) => `${part.replace(/[,;:.–-]+$/, "")}…`;
  const byWord = longest(words.length, (count) => cut(words.slice(0, count).join(" ")), fits);
  if (byWord) return byWord;
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim())];
  return longest(
    letters.length,
    (count) =>
      cut(
        letters
          .slice(0, count)
          .map(({ segment }) => segment)
          .join(""),
      ),
    fits,
  );
}

/** The longest beginning that fits, by halving; nothing when not even the first part does. */
function longest(parts: number, join: (count: number) => string, fits: (text: string) => boolean): string {
  let [low, high] = [0, parts];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(join(middle))) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : join(low);
}

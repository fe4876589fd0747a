import { contentStems, countWords } from "#task-types/text/words.ts";
import { type Check, failed, passed } from "./checked-text.ts";

/** The primary keyword, or else the topic's words, in title and opening; not more than three in a hundred words. */
export const checkKeyword: Check = ({ title, sentences, blocks, primaryKeyword, topic, code, words }) => {
  const label = "Keyword";
  const wanted = contentStems(primaryKeyword ?? topic, code);
  if (wanted.length === 0) return passed("keyword", label, "The topic has no words to look for.", 8);
  const has = (text: string) => {
    const stems = new Set(contentStems(text, code));
    const share = wanted.filter((stem) => stems.has(stem)).length / wanted.length;
    return primaryKeyword ? share === 1 : share >= 0.5;
  };
  const name = primaryKeyword ? `“${primaryKeyword}”` : "The topic";
  if (!has(title)) return failed("keyword", label, `${name} is not in the title.`, 6, title);
  const opening = blocks
    .slice(0, 3)
    .map(({ text }) => text)
    .join(" ");
  if (!has(opening))
    return failed("keyword", label, `${name} does not come in the opening.`, 6, sentences[0]?.text ?? null);
  if (!primaryKeyword) return passed("keyword", label, "The topic comes in the title and the opening.");
  const uses = sentences.filter(({ text }) => has(text));
  const share = (uses.length * countWords(primaryKeyword)) / Math.max(1, words);
  if (uses.length > 3 && share > 0.04) {
    return failed(
      "keyword",
      label,
      `${name} comes in ${uses.length} sentences, which reads as stuffing.`,
      5,
      uses.at(-1)?.text ?? null,
    );
  }
  return passed("keyword", label, `${name} comes in the title, the opening and ${uses.length} sentences.`);
};

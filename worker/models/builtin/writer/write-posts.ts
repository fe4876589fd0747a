import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { contentStems, countWords, coverage, wordsOf } from "#task-types/text/words.ts";
import { followFeedback } from "./follow-feedback.ts";
import { phrasesFor } from "./phrases.ts";
import { asSentence, inTone } from "./voice.ts";

const platformSchema = z.object({
  platform: z.string(),
  limit: z.number(),
  usualWords: z.number(),
  hashtags: z.number(),
});

export const postsInputSchema = z.object({
  topic: z.string(),
  tone: z.string().default("professional"),
  language: z.string().default("English"),
  platforms: z.array(platformSchema),
  keywords: z.array(z.string()).default([]),
  facts: z.array(z.object({ text: z.string(), theme: z.string() })).default([]),
  given: z.array(z.string()).default([]),
  feedback: z.string().nullish(),
});
type PostsInput = z.output<typeof postsInputSchema>;

/** Roughly what a word takes with its space; room is left for the link. */
const lettersPerWord = 6.5;
const roomForLink = 40;

/** Posts made of the facts' own sentences: as many as are customary there, those that stand alone and say most first. */
export function writePosts(given: PostsInput) {
  const code = languageCode(given.language);
  const { facts, scale, tone, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const input = { ...given, facts, tone: tone ?? given.tone };
  const ranked = rank(input, code);
  const order = input.facts.map(({ text }) => text);
  const posts = input.platforms.map(({ platform, limit, usualWords, hashtags }, index) => {
    const words = Math.min(usualWords * scale, Math.floor((limit - roomForLink) / lettersPerWord));
    const sentences = pick(ranked, order, words, index).map((sentence) =>
      inTone(asSentence(replaced(sentence)), input.tone, code),
    );
    const text = sentences.length > 0 ? paragraphs(sentences, usualWords) : plan(input.topic, limit);
    return { platform, text, hashtags: tagsFor(input, Math.max(0, hashtags - input.given.length)) };
  });
  return { posts, working_draft: ranked.length === 0, shortcomings };
}

/** Sentences that need no other, best first: near the topic, early in the material, with a figure. */
function rank({ topic, facts }: PostsInput, code: string): string[] {
  const { needs, connects } = phrasesFor(code);
  const wanted = contentStems(topic, code);
  const alone = facts
    .map(({ text }) => text)
    .filter((text) => !needs.test(text) && !connects.test(text) && countWords(text) <= 40);
  return alone
    .map((text, index) => {
      const stems = new Set(contentStems(text, code));
      return { text, score: 2 * coverage(wanted, stems) + (/\d/.test(text) ? 0.4 : 0) + 0.6 / (index + 1) };
    })
    .sort((left, right) => right.score - left.score)
    .map(({ text }) => text);
}

/** Different platforms begin with different sentences, where there are enough. */
function pick(ranked: string[], order: string[], words: number, index: number): string[] {
  const [best, ...others] = ranked;
  if (!best) return [];
  const turned = [
    ...others.slice(index % Math.max(1, others.length)),
    ...others.slice(0, index % Math.max(1, others.length)),
  ];
  const chosen = [best];
  let left = words - countWords(best);
  for (const sentence of turned) {
    if (countWords(sentence) > left) continue;
    chosen.push(sentence);
    left -= countWords(sentence);
  }
  // The lead stays in front; the others stand in the material's order, as they follow from one another there.
  const [lead = "", ...more] = chosen;
  return [lead, ...more.sort((left, right) => order.indexOf(left) - order.indexOf(right))];
}

function paragraphs(sentences: string[], usualWords: number): string {
  if (usualWords < 60) return sentences.join(" ");
  const [hook = "", ...rest] = sentences;
  const blocks: string[] = [hook];
  for (let index = 0; index < rest.length; index += 2) blocks.push(rest.slice(index, index + 2).join(" "));
  return blocks.join("\n\n");
}

/** "north sea" → "NorthSea": screen readers read the words of a tag by their capitals. */
function tagsFor({ keywords, given }: PostsInput, most: number): string[] {
  const known = new Set(given.map((tag) => tag.replace(/^#/, "").toLowerCase()));
  const tags = keywords
    .map((keyword) =>
      wordsOf(keyword)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join("")
        .replace(/[^\p{L}\p{N}]/gu, ""),
    )
    .filter((tag) => tag.length > 2 && tag.length < 30 && !/^\d+$/.test(tag) && !known.has(tag.toLowerCase()));
  return [...new Set(tags)].slice(0, most);
}

/** Without material a post says what it is about and what it still has to say. */
function plan(topic: string, limit: number): string {
  const subject = asSentence(topic);
  const open =
    "Working draft. To be answered first: what is new, whom does it concern, and what can readers do? Needed: one fact with its source, from the people who know it.";
  return limit > 400
    ? `${subject}\n\n${open}`
    : `${subject} Working draft: what is new, whom does it concern, and which source says so?`;
}

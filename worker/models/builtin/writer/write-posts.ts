import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { joinSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords, stem, wordsOf } from "#task-types/text/words.ts";
import { type ChosenFact, chooseFacts, rankFacts } from "./choose-facts.ts";
import { followFeedback } from "./follow-feedback.ts";
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
/** Below this a post says less than its readers stopped for; a second sentence may run over the usual length. */
const thinPost = 0.6;

/** Posts made of the facts' own sentences: as many as are customary there, those that stand alone and say most first. */
export function writePosts(given: PostsInput) {
  const code = languageCode(given.language);
  const { facts, scale, tone, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const input = { ...given, facts, tone: tone ?? given.tone };
  const ranked = rankFacts(facts, input.topic, code);
  const posts = input.platforms.map(({ platform, limit, usualWords, hashtags }, index) => {
    const room = Math.floor((limit - roomForLink) / lettersPerWord);
    const chosen = choose(ranked, Math.min(usualWords * scale, room), room, index);
    const spoken = chosen.map((fact) => ({
      ...fact,
      text: inTone(replaced(fact.isPoint ? fact.text : asSentence(fact.text)), input.tone, code),
    }));
    const text = spoken.length > 0 ? compose(spoken, input.topic, usualWords) : plan(input.topic, limit);
    return { platform, text, hashtags: tagsFor(input, code, Math.max(0, hashtags - input.given.length)) };
  });
  return { posts, working_draft: ranked.length === 0, shortcomings };
}

function choose(ranked: ChosenFact[], words: number, room: number, turn: number): ChosenFact[] {
  const chosen = chooseFacts(ranked, words, turn);
  const isThin = chosen.reduce((sum, { text }) => sum + countWords(text), 0) < words * thinPost;
  return isThin ? chooseFacts(ranked, Math.min(words * 1.4, room), turn) : chosen;
}

/** Points stand in lines of their own, below the sentence or the topic that they belong to. */
function compose(chosen: ChosenFact[], topic: string, usualWords: number): string {
  const points = chosen.filter(({ isPoint }) => isPoint).toSorted((left, right) => left.place - right.place);
  const sentences = chosen.flatMap(({ isPoint, text }) => (isPoint ? [] : [text]));
  if (points.length === 0) return paragraphs(sentences, usualWords);
  const lines = points.map(({ text }) => `• ${text}`).join("\n");
  return `${sentences.length > 0 ? paragraphs(sentences, usualWords) : asSentence(topic)}\n\n${lines}`;
}

function paragraphs(sentences: string[], usualWords: number): string {
  if (usualWords < 60) return joinSentences(sentences);
  const [hook = "", ...rest] = sentences;
  const blocks: string[] = [hook];
  for (let index = 0; index < rest.length; index += 2) blocks.push(joinSentences(rest.slice(index, index + 2)));
  return blocks.join("\n\n");
}

/** Nobody looks for what is counted in. */
const measures =
  /^(?:met(?:er[ns]?|ros?|res?)|kilomet(?:er[ns]?|ros?)|euros?|dollars?|pounds?|grad|prozent|tage?n?|jahre?n?|stunden?|uhr|mal|party|gente|años?|horas?|días?|percent|hours?|days?|weeks?|months?|years?)$/i;

/** "north sea" → "NorthSea": screen readers read the words of a tag by their capitals. */
function tagsFor({ topic, keywords, given, facts }: PostsInput, code: string, most: number): string[] {
  const known = new Set(given.map((tag) => tag.replace(/^#/, "").toLowerCase()));
  const inTopic = new Set(contentStems(topic, code));
  const counts = new Map<string, number>();
  for (const { text } of facts)
    for (const each of new Set(contentStems(text, code))) counts.set(each, (counts.get(each) ?? 0) + 1);
  const tags = keywords
    .filter((keyword) => {
      const words = wordsOf(keyword);
      const stems = words.map((word) => stem(word, code));
      if (words.some((word) => measures.test(word))) return false;
      const recurs = Math.min(...stems.map((each) => counts.get(each) ?? 0)) >= (words.length > 1 ? 1 : 3);
      // What a word is can be told in English alone; elsewhere a tag is a word of the topic, or one that keeps coming.
      return stems.some((each) => inTopic.has(each)) || (recurs && (code === "en" || words.length === 1));
    })
    .map((keyword) =>
      wordsOf(keyword)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join("")
        .replace(/[^\p{L}\p{M}\p{N}]/gu, ""),
    )
    .filter((tag) => tag.length > 2 && tag.length < 30 && !/^\d+$/.test(tag) && !known.has(tag.toLowerCase()))
    // Words that only hold others together: nothing in Japanese but kana.
    .filter((tag) => !/^[\p{Script=Hiragana}]|[\p{Script=Hiragana}]$/u.test(tag));
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

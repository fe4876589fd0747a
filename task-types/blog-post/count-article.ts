import type * as z from "zod";
import type { Retypeset } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { proseOf, withoutCitations } from "#task-types/text/markdown.ts";
import { countWords } from "#task-types/text/words.ts";
import type { blogPost } from "./schema.ts";

type Result = z.output<typeof blogPost.result>;

/** Words that an adult reads in a minute (Brysbaert, 2019: 238 for English prose). */
const wordsPerMinute = 238;

export function countArticle(content: string): Pick<Result, "word_count" | "reading_minutes"> {
  const words = countWords(withoutCitations(proseOf(content).join(" ")));
  return { word_count: words, reading_minutes: Math.max(1, Math.round(words / wordsPerMinute)) };
}

/** Counts an edited article again. What people word themselves, such as the excerpt and the search title, stays theirs. */
export const recountArticle: Retypeset<z.output<typeof blogPost.request>, Result> = async ({ before, after }) => {
  const fields = ({ content, result }: typeof after) => ({ ...result, content });
  const derivation = { sources: ["content"], derived: ["word_count", "reading_minutes"] } as const;
  if (!sourceChanged(fields(before), fields(after), derivation, "result")) return after;
  return { ...after, result: { ...after.result, ...countArticle(after.content ?? "") } };
};

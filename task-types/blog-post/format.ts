import type { z } from "zod";
import { type Material, materialOf } from "#task-types/material/research-material.ts";
import { extractKeywords } from "#task-types/text/keywords.ts";
import { languageCode } from "#task-types/text/language.ts";
import { citedNumbers, proseOf, withoutCitations } from "#task-types/text/markdown.ts";
import { contentStems, coverage, isStopWord, wordsOf } from "#task-types/text/words.ts";
import { countArticle } from "./count-article.ts";
import { cutAtWord } from "./cut-at-word.ts";
import { type BlogPostRun, type formatSchema, type Reviewed, reviewedSchema } from "./state.ts";
import { summarise } from "./summarise.ts";

/** What surrounds the article: excerpt, search fields, citations and counts. */
export async function format(run: BlogPostRun): Promise<z.output<typeof formatSchema>> {
  const research = materialOf(run);
  const article = reviewedSchema.parse(run.outputs.qa);
  const code = languageCode(run.common.language);
  const wanted = `${run.request.topic} ${run.request.primary_keyword ?? ""}`;
  const { excerpt, description } = summarise(article.content, wanted, code);
  return {
    excerpt,
    seo_title: cutAtWord(article.title, 60),
    seo_description: description,
    seo_keywords: keywordsOf(run, research, article, code),
    citations: citationsOf(research, article.content),
    ...countArticle(article.content),
  };
}

/** Three to ten: the asked one, those that research found and the text has, then what the text itself turns around. */
function keywordsOf(run: BlogPostRun, research: Material, article: Reviewed, code: string): string[] {
  const { topic, primary_keyword: primary, tags } = run.request;
  const stems = new Set(contentStems(`${article.title} ${article.content}`, code));
  const inText = research.keywords.filter((keyword) => coverage(contentStems(keyword, code), stems) === 1);
  // What research found are phrases; what counting finds may be a fragment, and only fills up.
  const fromText =
    article.working_draft || inText.length >= 5
      ? []
      : extractKeywords(proseOf(withoutCitations(article.content)).join("\n"), code, 6);
  const chosen = distinct([primary ?? "", ...inText, ...fromText]).slice(0, 10);
  if (chosen.length >= 3) return chosen;
  const words = wordsOf(topic).filter((word) => !isStopWord(word, code) && word.length > 2);
  const more = [
    ...tags,
    ...words,
    topic,
    run.request.target_audience ?? "",
    ...(code === "de" ? [`${topic} erklärt`, `${topic} Beispiele`] : [`${topic} explained`, `${topic} examples`]),
  ];
  return distinct([...chosen, ...more]).slice(0, Math.max(3, chosen.length));
}

function distinct(phrases: string[]): string[] {
  const seen = new Map(phrases.filter(Boolean).map((phrase) => [phrase.toLowerCase(), phrase]));
  return [...seen.values()];
}

/** The sources that the text cites, each with its strongest words. */
function citationsOf({ sources, facts }: Material, content: string): z.output<typeof formatSchema>["citations"] {
  const cited = citedNumbers(content);
  return sources
    .filter(({ number }) => cited.includes(number))
    .map(({ number, title, url }) => ({
      number,
      title,
      url,
      quote: facts.find(({ source }) => source === number)?.quote ?? null,
    }));
}

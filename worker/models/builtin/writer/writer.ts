import type { JsonObject } from "#lib/contract/json.ts";
import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel, PlainAnswer } from "../define-text-model.ts";
import { answerPrompt, type PromptAnswer } from "./answer-prompt.ts";
import { critique, critiqueShort } from "./critique.ts";
import { writeFilmScript } from "./film-script.ts";
import {
  type ArticleInput,
  articleInputSchema,
  critiqueInputSchema,
  documentInputSchema,
  promptSchema,
  revisionInputSchema,
} from "./input.ts";
import { readMaterial } from "./read-material.ts";
import { research } from "./research.ts";
import { revise } from "./revise.ts";
import { rewritePassages } from "./rewrite-passages.ts";
import { type Draft, writeArticle } from "./write-article.ts";
import { writeDocument } from "./write-document.ts";
import { emailsInputSchema, writeEmails } from "./write-emails.ts";
import { newsletterInputSchema, writeNewsletter } from "./write-newsletter.ts";
import { writePlan } from "./write-plan.ts";
import { postsInputSchema, writePosts } from "./write-posts.ts";

/** The built-in author: it extracts, orders and condenses what it is given, and invents nothing. */
export const writer = defineTextModel("writer", {
  "article.research": (input) => research(articleInputSchema.parse(input)),
  "article.draft": (input) => toAnswer(draft(articleInputSchema.parse(input))),
  "article.revise": (input) => toAnswer(revise(revisionInputSchema.parse(input))),
  "document.draft": (input) => {
    const parsed = documentInputSchema.parse(input);
    const { content, workingDraft } = writeDocument(parsed);
    const shortcomings = parsed.feedback
      ? ["builtin/writer arranges a document anew and cannot follow feedback on it."]
      : [];
    return { content, working_draft: workingDraft, shortcomings };
  },
  "email.draft": (input) => writeEmails(emailsInputSchema.parse(input)),
  "newsletter.draft": (input) => writeNewsletter(newsletterInputSchema.parse(input)),
  "social.posts": (input) => writePosts(postsInputSchema.parse(input)),
  "text.generate": (input) => plainAnswer(answerPrompt(promptSchema.parse(input))),
  "film.script": (input) => writeFilmScript(input),
  "passages.rewrite": (input) => rewritePassages(input),
  "article.critique": (input) => critique(critiqueInputSchema.parse(input)),
  "text.critique": (input) => critiqueShort(critiqueInputSchema.parse(input)),
});

/** Fewer words than this are a wish, not material. */
const leastMaterial = 25;

function draft(input: ArticleInput): Draft {
  const words = input.sources.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const article = words >= leastMaterial ? writeArticle(input, { withFigures: input.style === "technical" }) : null;
  return article?.content ? article : writePlan(input, readMaterial(input.sources, languageCode(input.language)));
}

function plainAnswer({ text, shortcoming }: PromptAnswer): PlainAnswer {
  return new PlainAnswer(text, shortcoming);
}

function toAnswer({ title, content, workingDraft, warnings }: Draft): JsonObject {
  return { title, content, working_draft: workingDraft, warnings };
}

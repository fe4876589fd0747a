import * as z from "zod";

/** A text that the writer may draw from; its number is how the article cites it. */
const sourceSchema = z.object({ number: z.int(), title: z.string(), text: z.string() });
export type SourceText = z.output<typeof sourceSchema>;

/** What every job of the article gets; unknown keys are for other models. */
export const articleInputSchema = z.object({
  topic: z.string(),
  style: z.string().default("educational"),
  tone: z.string().default("professional"),
  targetLength: z.number().default(1000),
  primaryKeyword: z.string().nullish(),
  audience: z.string().nullish(),
  language: z.string().default("English"),
  sources: z.array(sourceSchema).default([]),
});
export type ArticleInput = z.output<typeof articleInputSchema>;

export const revisionInputSchema = articleInputSchema.extend({
  title: z.string(),
  content: z.string(),
  feedback: z.string().nullish(),
  findings: z.array(z.object({ check: z.string(), finding: z.string(), sentence: z.string().nullable() })).default([]),
});
export type RevisionInput = z.output<typeof revisionInputSchema>;

export const critiqueInputSchema = articleInputSchema.extend({ title: z.string(), content: z.string() });
export type CritiqueInput = z.output<typeof critiqueInputSchema>;

/** A prompt as text_generation passes it on; the prompt's own words are the material. */
export const promptSchema = z.object({
  prompt: z.string(),
  language: z.string().default("English"),
  maxTokens: z.int().min(1).default(400),
});

/** What a document is made of: its content is one of the sources too. */
export const documentInputSchema = z.object({
  title: z.string(),
  content: z.string(),
  language: z.string().default("English"),
  sources: z.array(sourceSchema).default([]),
  feedback: z.string().nullish(),
});
export type DocumentInput = z.output<typeof documentInputSchema>;

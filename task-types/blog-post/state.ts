import * as z from "zod";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { blogPost } from "./schema.ts";

type BlogPostRequest = z.output<typeof blogPost.request>;

/** What of the world this type's phases use. */
export type BlogPostRun = Pick<
  PhaseRun<BlogPostRequest>,
  | "request"
  | "common"
  | "feedback"
  | "previous"
  | "blocks"
  | "outputs"
  | "signal"
  | "generate"
  | "drawPicture"
  | "storeArtifact"
  | "fetchPage"
  | "linkResolves"
  | "progress"
  | "warn"
  | "degrade"
>;

/** What each phase leaves for the next; read back from the store when a task goes on after an interruption. */
export const draftSchema = z.object({
  title: z.string().describe("The headline, at most 100 characters, no Markdown"),
  content: z.string().describe("The article in Markdown, without the title: it begins with the opening paragraph"),
  working_draft: z.boolean().describe("True only for a plan of an article that a person has yet to supply facts for"),
  warnings: z.array(z.string()).describe("What could not be done as asked, one sentence each; usually empty"),
});
export type Draft = z.output<typeof draftSchema>;

export const reviewedSchema = draftSchema.extend({
  findings: z.array(findingSchema),
  score: z.number(),
});
export type Reviewed = z.output<typeof reviewedSchema>;

export const formatSchema = z.object({
  excerpt: z.string(),
  seo_title: z.string(),
  seo_description: z.string(),
  seo_keywords: z.array(z.string()),
  citations: blogPost.result.shape.citations,
  word_count: z.int(),
  reading_minutes: z.int(),
});

import { animatedLesson } from "./animated-lesson/schema.ts";
import { blogPost } from "./blog-post/schema.ts";
import { businessAnalytics } from "./business-analytics/schema.ts";
import { conceptGeneration } from "./concept-generation/schema.ts";
import { conceptRefinement } from "./concept-refinement/schema.ts";
import { dataRetrieval } from "./data-retrieval/schema.ts";
import type { TaskType } from "./define-task-type.ts";
import { documentation } from "./documentation/schema.ts";
import { email } from "./email/schema.ts";
import { financialAnalysis } from "./financial-analysis/schema.ts";
import { imageGeneration } from "./image-generation/schema.ts";
import { imageToText } from "./image-to-text/schema.ts";
import { marketResearch } from "./market-research/schema.ts";
import { newsletter } from "./newsletter/schema.ts";
import { quiz } from "./quiz/schema.ts";
import { socialMedia } from "./social-media/schema.ts";
import { textGeneration } from "./text-generation/schema.ts";
import { textToSpeech } from "./text-to-speech/schema.ts";
import { video } from "./video/schema.ts";

/** Every type that this hub makes; the pipelines and the views are registered beside it under the same names. */
export const taskTypes = {
  blog_post: blogPost,
  business_analytics: businessAnalytics,
  data_retrieval: dataRetrieval,
  financial_analysis: financialAnalysis,
  quiz,
  image_generation: imageGeneration,
  text_generation: textGeneration,
  image_to_text: imageToText,
  concept_generation: conceptGeneration,
  concept_refinement: conceptRefinement,
  animated_lesson: animatedLesson,
  video,
  text_to_speech: textToSpeech,
  documentation,
  social_media: socialMedia,
  email,
  newsletter,
  market_research: marketResearch,
} as const satisfies Record<string, TaskType>;

export type TaskTypeName = keyof typeof taskTypes;

export const taskTypeNames = Object.keys(taskTypes) as TaskTypeName[];

/** Null for a name that is no type. */
export function findTaskType(name: string): TaskType | null {
  return Object.hasOwn(taskTypes, name) ? ((taskTypes as Record<string, TaskType>)[name] ?? null) : null;
}

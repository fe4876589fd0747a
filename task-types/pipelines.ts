import { animatedLessonPipeline } from "./animated-lesson/pipeline.ts";
import { blogPostPipeline } from "./blog-post/pipeline.ts";
import { businessAnalyticsPipeline } from "./business-analytics/pipeline.ts";
import { conceptGenerationPipeline } from "./concept-generation/pipeline.ts";
import { conceptRefinementPipeline } from "./concept-refinement/pipeline.ts";
import { dataRetrievalPipeline } from "./data-retrieval/pipeline.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { documentationPipeline } from "./documentation/pipeline.ts";
import { emailPipeline } from "./email/pipeline.ts";
import { financialAnalysisPipeline } from "./financial-analysis/pipeline.ts";
import { imageGenerationPipeline } from "./image-generation/pipeline.ts";
import { imageToTextPipeline } from "./image-to-text/pipeline.ts";
import { marketResearchPipeline } from "./market-research/pipeline.ts";
import { newsletterPipeline } from "./newsletter/pipeline.ts";
import { quizPipeline } from "./quiz/pipeline.ts";
import type { TaskTypeName } from "./schemas.ts";
import { socialMediaPipeline } from "./social-media/pipeline.ts";
import { textGenerationPipeline } from "./text-generation/pipeline.ts";
import { textToSpeechPipeline } from "./text-to-speech/pipeline.ts";
import { videoPipeline } from "./video/pipeline.ts";

/** Every type's working half, under the name of its schema. */
export const pipelines = {
  blog_post: blogPostPipeline,
  business_analytics: businessAnalyticsPipeline,
  data_retrieval: dataRetrievalPipeline,
  financial_analysis: financialAnalysisPipeline,
  quiz: quizPipeline,
  image_generation: imageGenerationPipeline,
  text_generation: textGenerationPipeline,
  image_to_text: imageToTextPipeline,
  concept_generation: conceptGenerationPipeline,
  concept_refinement: conceptRefinementPipeline,
  animated_lesson: animatedLessonPipeline,
  video: videoPipeline,
  text_to_speech: textToSpeechPipeline,
  documentation: documentationPipeline,
  social_media: socialMediaPipeline,
  email: emailPipeline,
  newsletter: newsletterPipeline,
  market_research: marketResearchPipeline,
} as const satisfies Record<TaskTypeName, Pipeline>;

import { blogPostPipeline } from "./blog-post/pipeline.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { quizPipeline } from "./quiz/pipeline.ts";
import type { TaskTypeName } from "./schemas.ts";

/** Every type's working half, under the name of its schema. */
export const pipelines = {
  blog_post: blogPostPipeline,
  quiz: quizPipeline,
} as const satisfies Record<TaskTypeName, Pipeline>;

import type { Pipeline } from "./define-pipeline.ts";
import type { TaskTypeName } from "./schemas.ts";

/** Every type's working half, under the name of its schema. */
export const pipelines = {
  blog_post: { phases: {}, finish: () => ({ content: null, result: {}, qualityScore: null }) },
} as const satisfies Record<TaskTypeName, Pipeline>;

import { definePipeline } from "#task-types/define-pipeline.ts";
import { coverOf } from "#task-types/material/draw-cover.ts";
import { type Material, materialOf } from "#task-types/material/research-material.ts";
import type { Provenance } from "#task-types/quality/finding.ts";
import { recountArticle } from "./count-article.ts";
import { creative } from "./creative.ts";
import { format } from "./format.ts";
import { image } from "./image.ts";
import { qa } from "./qa.ts";
import { research } from "./research.ts";
import { blogPost } from "./schema.ts";
import { formatSchema, type Reviewed, reviewedSchema } from "./state.ts";

export const blogPostPipeline = definePipeline(blogPost, {
  phases: { research, creative, qa, image, format },
  finish(outputs, { request }) {
    const found = materialOf({ outputs });
    const article = reviewedSchema.parse(outputs.qa);
    return {
      content: article.content,
      qualityScore: article.score,
      result: {
        title: article.title,
        ...formatSchema.parse(outputs.format),
        ...coverOf(outputs),
        tags: request.tags,
        quality_score: article.score,
        qa_feedback: article.findings,
        provenance: provenanceOf(found, article),
      },
    };
  },
  retypeset: recountArticle,
});

function provenanceOf({ sources }: Material, { working_draft }: Reviewed): Provenance {
  if (working_draft) return "none";
  if (sources.length === 0) return "model";
  return sources.some(({ url }) => url === null) ? "source_material" : "reference_urls";
}

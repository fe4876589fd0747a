import { definePipeline } from "#task-types/define-pipeline.ts";
import { recountArticle } from "./count-article.ts";
import { creative } from "./creative.ts";
import { format } from "./format.ts";
import { image } from "./image.ts";
import { qa } from "./qa.ts";
import { research } from "./research.ts";
import { blogPost } from "./schema.ts";
import { formatSchema, imageSchema, type Research, type Reviewed, researchSchema, reviewedSchema } from "./state.ts";

export const blogPostPipeline = definePipeline(blogPost, {
  phases: { research, creative, qa, image, format },
  finish(outputs, { request }) {
    const found = researchSchema.parse(outputs.research);
    const article = reviewedSchema.parse(outputs.qa);
    const picture = imageSchema.parse(outputs.image);
    return {
      content: article.content,
      qualityScore: article.score,
      result: {
        title: article.title,
        ...formatSchema.parse(outputs.format),
        featured_image_url: picture?.url ?? null,
        featured_image_alt: picture?.alt ?? null,
        featured_image_credit: picture?.credit ?? null,
        tags: request.tags,
        quality_score: article.score,
        qa_feedback: article.findings,
        provenance: provenanceOf(found, article),
      },
    };
  },
  retypeset: recountArticle,
});

function provenanceOf({ sources }: Research, { working_draft }: Reviewed): string {
  if (working_draft) return "none";
  if (sources.length === 0) return "model";
  return sources.some(({ url }) => url === null) ? "source_material" : "reference_urls";
}

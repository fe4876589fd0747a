import type { z } from "zod";
import { imagePrompt } from "./prompts.ts";
import { type BlogPostRun, type imageSchema, researchSchema, reviewedSchema } from "./state.ts";

/** The size that social networks show in full. */
const width = 1200;
const height = 630;

/** Draws or finds the picture above the article; null when none was asked for. */
export async function image(run: BlogPostRun): Promise<z.output<typeof imageSchema>> {
  if (!run.request.generate_featured_image) return null;
  const { themes, keywords } = researchSchema.parse(run.outputs.research);
  const { title } = reviewedSchema.parse(run.outputs.qa);
  const kicker = run.request.tags[0] ?? run.request.primary_keyword ?? keywords[0] ?? "";
  const call = {
    job: "article.cover",
    input: {
      title,
      kicker: kicker === title ? "" : kicker,
      keywords: [...keywords, ...themes].slice(0, 12),
      search: run.request.primary_keyword ?? keywords[0] ?? run.request.topic,
    },
    prompt: imagePrompt(run, title, themes),
    width,
    height,
  };
  const file = { name: "featured-image.png", role: "featured_image" };
  const { file: url, alt, credit, modelId } = await run.drawPicture(call, file);
  return { url, alt: alt ?? altOf(modelId, title), credit: credit ?? `Made by ${modelId}` };
}

function altOf(modelId: string, title: string): string {
  return modelId === "builtin/painter"
    ? `Title card: “${title}” beside an abstract composition`
    : `Illustration for “${title}”`;
}

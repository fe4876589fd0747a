import { type Cover, drawCover } from "#task-types/material/draw-cover.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import { imagePrompt } from "./prompts.ts";
import { type BlogPostRun, reviewedSchema } from "./state.ts";

/** Draws or finds the picture above the article; null when none was asked for. */
export async function image(run: BlogPostRun): Promise<Cover | null> {
  const { generate_featured_image, tags, primary_keyword, topic } = run.request;
  if (!generate_featured_image) return null;
  const material = materialOf(run);
  const { title } = reviewedSchema.parse(run.outputs.qa);
  const [keyword] = material.keywords;
  const kicker = tags[0] ?? primary_keyword ?? keyword ?? "";
  return drawCover(run, title, material, {
    kicker: kicker === title ? "" : kicker,
    search: primary_keyword ?? keyword ?? topic,
    prompt: imagePrompt(run, title, material.themes),
  });
}

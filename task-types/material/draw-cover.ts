import * as z from "zod";
import type { AnyRun } from "#task-types/phase-run.ts";
import type { Material } from "./research-material.ts";

export const coverSchema = z.object({ url: z.string(), alt: z.string(), credit: z.string().nullable() });
export type Cover = z.output<typeof coverSchema>;

/** The size that social networks show in full, and mails at half the width. */
const size = { width: 1200, height: 630 };

/** Draws or finds the picture that stands above a text, and keeps it. */
export async function drawCover(run: AnyRun, title: string, { keywords, themes }: Material): Promise<Cover> {
  const call = {
    job: "article.cover",
    input: { title, kicker: "", keywords: [...keywords, ...themes].slice(0, 12), search: keywords[0] ?? title },
    prompt: `Editorial illustration for “${title}”. Themes: ${themes.slice(0, 4).join(", ") || title}. Wide format, one clear subject, calm composition, no text, no letters, no logos.`,
    ...size,
  };
  const file = { name: "featured-image.png", role: "featured_image" };
  const { file: url, modelId, credit, ...said } = await run.drawPicture(call, file);
  const isDrawn = modelId === "builtin/painter";
  const alt =
    said.alt ?? (isDrawn ? `Title card: “${title}” beside an abstract composition` : `Illustration for “${title}”`);
  return { url, alt, credit: credit ?? `Made by ${modelId}` };
}

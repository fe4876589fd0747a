import * as z from "zod";
import type { Json } from "#lib/contract/json.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import type { Material } from "./research-material.ts";

export const coverSchema = z.object({ url: z.string(), alt: z.string(), credit: z.string().nullable() });
export type Cover = z.output<typeof coverSchema>;

/** The picture above a text, as results name it; null where there is none. */
export const coverFields = {
  featured_image_url: z.string().nullable(),
  featured_image_alt: z.string().nullable(),
  featured_image_credit: z.string().nullable(),
};

/** What the phase `image` drew, in a result's fields. */
export function coverOf(outputs: Record<string, Json>): z.output<z.ZodObject<typeof coverFields>> {
  const cover = coverSchema.nullable().parse(outputs.image);
  return {
    featured_image_url: cover?.url ?? null,
    featured_image_alt: cover?.alt ?? null,
    featured_image_credit: cover?.credit ?? null,
  };
}

/** The size that social networks show in full, and mails at half the width. */
const size = { width: 1200, height: 630 };

type Wishes = {
  /** A word or two above the title. */
  kicker?: string;
  /** What stock photographs are searched by. */
  search?: string;
  prompt?: string;
};

/** Draws or finds the picture that stands above a text, and keeps it. */
export async function drawCover(
  run: Pick<AnyRun, "drawPicture">,
  title: string,
  { keywords, themes }: Pick<Material, "keywords" | "themes">,
  { kicker = "", search = keywords[0] ?? title, prompt }: Wishes = {},
): Promise<Cover> {
  const call = {
    job: "article.cover",
    input: { title, kicker, keywords: [...keywords, ...themes].slice(0, 12), search },
    prompt:
      prompt ??
      `Editorial illustration for “${title}”. Themes: ${themes.slice(0, 4).join(", ") || title}. Wide format, one clear subject, calm composition, no text, no letters, no logos.`,
    ...size,
  };
  const file = { name: "featured-image.png", role: "featured_image" };
  const { file: url, modelId, credit, ...said } = await run.drawPicture(call, file);
  const isDrawn = modelId === "builtin/painter";
  const alt =
    said.alt ?? (isDrawn ? `Title card: “${title}” beside an abstract composition` : `Illustration for “${title}”`);
  return { url, alt, credit: credit ?? `Made by ${modelId}` };
}

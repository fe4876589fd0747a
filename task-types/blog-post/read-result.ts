import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { Citation } from "#task-types/quality/finding.ts";

export type BlogPostResult = {
  title: string;
  excerpt: string;
  imageUrl: string | null;
  imageAlt: string;
  imageCredit: string | null;
  seoTitle: string;
  seoDescription: string;
  citations: Citation[];
  readingMinutes: number | null;
  tags: string[];
};

/** The parts that are shown, whatever else a revision of an older schema may lack. */
export function blogPostResult(result: JsonObject): BlogPostResult {
  return {
    title: text(result.title) ?? "",
    excerpt: text(result.excerpt) ?? "",
    imageUrl: text(result.featured_image_url),
    imageAlt: text(result.featured_image_alt) ?? "",
    imageCredit: text(result.featured_image_credit),
    seoTitle: text(result.seo_title) ?? "",
    seoDescription: text(result.seo_description) ?? "",
    citations: Array.isArray(result.citations) ? result.citations.flatMap(readCitation) : [],
    readingMinutes: typeof result.reading_minutes === "number" ? result.reading_minutes : null,
    tags: Array.isArray(result.tags) ? result.tags.filter((tag) => typeof tag === "string") : [],
  };
}

function readCitation(value: Json): Citation[] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || typeof value.number !== "number")
    return [];
  return [{ number: value.number, title: text(value.title) ?? "", url: text(value.url), quote: text(value.quote) }];
}

function text(value: Json | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

import { sentenceCase } from "#lib/format/type-label.ts";

/** Names that are not words. */
const names: Readonly<Record<string, string>> = {
  linkedin: "LinkedIn",
  youtube: "YouTube",
  tiktok: "TikTok",
  colors: "Colours",
  true_false: "True or false",
};
const abbreviations = /^(json|csv|html|pdf|wav|mp3|mp4|ogg|png|jpg|svg|ocr|swot)$/;

/** One of a few values, as people read it: "fill_in_the_blank" as "Fill in the blank", "pdf" as "PDF". */
export function choiceLabel(value: string): string {
  return names[value] ?? (abbreviations.test(value) ? value.toUpperCase() : sentenceCase(value));
}

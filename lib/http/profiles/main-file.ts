import type { JsonObject } from "#lib/contract/json.ts";

/** Where each type's result keeps its main file, in the order of preference. */
const fields = [
  "video_url",
  "lesson_url",
  "quiz_json_url",
  "document_url",
  "audio_url",
  "image_url",
  "featured_image_url",
];

/** `result_url`: the video, the document, the sound, the first image (CONTRACT.md section 1). */
export function mainFile(result: JsonObject | null): string | null {
  if (!result) return null;
  for (const field of fields) {
    const value = result[field];
    if (typeof value === "string") return value;
  }
  const [first] = Array.isArray(result.images) ? result.images : [];
  const url = first && typeof first === "object" && !Array.isArray(first) ? first.url : null;
  return typeof url === "string" ? url : null;
}

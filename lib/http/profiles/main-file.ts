import type { Json, JsonObject } from "#lib/contract/json.ts";

/** Where each type's result keeps its main file, in the order of preference. */
const files = [
  "video_url",
  "lesson_url",
  "quiz_json_url",
  "document_url",
  "audio_url",
  "image_url",
  "featured_image_url",
];
/** Where it keeps a picture by which people know it again. */
const pictures = ["featured_image_url", "poster_url", "image_url", "picture_url"];

/** `result_url`: the video, the document, the sound, the first image. */
export function mainFile(result: JsonObject | null): string | null {
  return firstText(result, files) ?? firstText(firstOf(result?.images), ["url"]);
}

/** The picture that stands for a result where there is room for a small one only; null where it has none. */
export function mainPicture(result: JsonObject | null): string | null {
  return (
    firstText(result, pictures) ??
    firstText(firstOf(result?.images), ["url"]) ??
    firstText(firstOf(result?.charts), ["image_url"]) ??
    // Its first page.
    (result?.format === "pdf" ? firstText(result, ["document_url"]) : null)
  );
}

function firstText(object: JsonObject | null, fields: readonly string[]): string | null {
  const texts = fields.map((field) => object?.[field]);
  return texts.find((text) => typeof text === "string") ?? null;
}

function firstOf(list: Json | undefined): JsonObject | null {
  const [first] = Array.isArray(list) ? list : [];
  return first && typeof first === "object" && !Array.isArray(first) ? first : null;
}

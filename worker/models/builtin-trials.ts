import type { JsonObject } from "#lib/contract/json.ts";
import { imageToText } from "#task-types/image-to-text/schema.ts";

export type Trial = { job: string; input: JsonObject; picture?: Uint8Array };

const story = "The harbour bell rang twice in May 1904. The ferry left at noon for the islands.";
const page = imageToText.example.input_data.image_base64 ?? "";

/** The smallest piece of each built-in text model's own work. */
export const builtinTrials: Record<string, Trial> = {
  writer: { job: "text.generate", input: { prompt: "Say what you can do.", maxTokens: 60 } },
  quizmaster: { job: "quiz.facts", input: { story } },
  analyst: { job: "analytics.narrative", input: { rows: 0, periods: [], metrics: [], breakdown: null } },
  designer: { job: "concept.palettes", input: { theme: "calm blue harbour", count: 1 } },
  reader: { job: "image.ocr", input: { language: "English" }, picture: new Uint8Array(Buffer.from(page, "base64")) },
};

export const painterTrial = { job: "picture", input: { prompt: "A pier at noon", seed: 1 } };

import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { readLetters } from "./read-letters.ts";

const inputSchema = z.object({ language: z.string() });

/** The built-in reader of letters, trained on English: other languages' own letters come out as the nearest. */
export const reader = defineTextModel("reader", {
  "image.ocr": async (input, { image, signal }) => {
    if (!image) throw new Error("builtin/reader was given no picture");
    const { language } = inputSchema.parse(input);
    const reading = await readLetters(image, signal);
    const isEnglish = languageCode(language) === "en";
    const degraded = isEnglish
      ? []
      : [`builtin/reader was trained on English; letters that only ${language} has may be read wrongly.`];
    return { ...reading, degraded };
  },
});

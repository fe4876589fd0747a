import type { ImageModelV4 } from "@ai-sdk/provider";
import { renderAsync } from "@resvg/resvg-js";
import * as z from "zod";
import { rolesOf } from "#task-types/design/roles.ts";
import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { readJob } from "../read-job.ts";
import { drawMark } from "./draw-mark.ts";
import { withEnglish } from "./german.ts";
import { makePalettes } from "./make-palettes.ts";
import { type Design, designSchema, readBrief, unknownSign } from "./read-brief.ts";
import { refineDesign } from "./refine-design.ts";
import { replacePalettes } from "./replace-palettes.ts";

const paletteSchema = z.object({ name: z.string(), description: z.string(), colors: z.array(z.string()) });

const palettesSchema = z.object({
  theme: z.string(),
  count: z.int().min(1).max(15),
  language: z.string().default("English"),
  /** In a round for some palettes: these, with what is asked of each, and those beside them. */
  replaces: z.array(paletteSchema.extend({ wish: z.string() })).default([]),
  stays: z.array(paletteSchema).default([]),
});

/** The built-in designer's sense of colour: palettes that follow a theme's words. */
export const designer = defineTextModel("designer", {
  "concept.palettes": (input) => {
    const { theme: given, count, language, replaces, stays } = palettesSchema.parse(input);
    const inEnglish = (text: string) => withEnglish(text, languageCode(language));
    const theme = inEnglish(given);
    if (replaces.length > 0)
      return replacePalettes(
        theme,
        replaces.map((each) => ({ ...each, wish: inEnglish(each.wish) })),
        stays,
      );
    const { palettes, isGuess } = makePalettes(theme, count);
    const warnings = isGuess
      ? ["The theme names no colour or mood that builtin/designer knows; its hues were chosen freely."]
      : [];
    return { palettes, warnings };
  },
});

const markSchema = z.object({
  description: z.string(),
  theme: z.string().default(""),
  language: z.string().default("English"),
  colors: z.array(z.string()).min(3),
  /** The mark to begin from, as its file says; null begins anew. */
  design: designSchema.nullable().default(null),
  /** What is to change. */
  change: z.string().default(""),
  preserve: z.array(z.string()).default([]),
});

/** The built-in designer's hand: marks from a library of signs, letters and containers. */
export const designerDrawing: ImageModelV4 = {
  specificationVersion: "v4",
  provider: "builtin",
  modelId: "designer",
  maxImagesPerCall: 1,
  async doGenerate({ providerOptions, abortSignal }) {
    const { job, input } = readJob("designer", providerOptions);
    if (job !== "logo.mark") throw new Error(`builtin/designer does not know the work “${job}”`);
    const { colors, design, preserve, language, ...said } = markSchema.parse(input);
    const [description, theme, change] = [said.description, said.theme, said.change].map((text) =>
      withEnglish(text, languageCode(language)),
    ) as [string, string, string];
    const begun = design ?? readBrief(description, theme);
    const { design: mark, degraded } = change
      ? refineDesign(begun, change, design ? preserve : [])
      : { design: begun, degraded: [] };
    const missing = unknownSign(change || description);
    if (missing) degraded.push(`builtin/designer has no sign for "${missing}"; the mark shows ${shown(mark)} instead.`);
    const svg = drawMark(mark, rolesOf(colors));
    const image = await renderAsync(
      svg,
      { fitTo: { mode: "width", value: 1024 }, font: { loadSystemFonts: false } },
      abortSignal ?? null,
    );
    const alt = mark.symbol === "letters" ? `Lettermark ${mark.letters}` : `Logo mark: ${mark.symbol}`;
    return {
      images: [new Uint8Array(image.asPng())],
      warnings: [],
      providerMetadata: { builtin: { images: [{ credit: "Drawn by builtin/designer", alt, svg, degraded }] } },
      response: { timestamp: new Date(), modelId: "designer", headers: undefined },
    };
  },
};

function shown({ symbol, letters }: Design): string {
  return symbol === "letters" ? `the letters ${letters}` : `the sign "${symbol}"`;
}

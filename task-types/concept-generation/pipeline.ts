import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { conceptBefore, markBefore, redrawsMark, wishFor } from "#task-types/design/concept-before.ts";
import { type Drawn, drawVariations, type Palette } from "#task-types/design/draw-variations.ts";
import { artifactReferenceSchema, type PhaseRun } from "#task-types/phase-run.ts";
import { palettes, palettesSchema } from "./palettes.ts";
import { replacePalettes } from "./replace-palettes.ts";
import { conceptGeneration } from "./schema.ts";

type Run = PhaseRun<z.output<typeof conceptGeneration.request>>;

const savedPalettes = palettesSchema.shape.palettes;
export const drawnSchema = z.object({
  colors: z.array(z.string()).optional(),
  svg: z.string().nullable(),
  image: artifactReferenceSchema,
});
const resultSchema = conceptGeneration.result;

export const conceptGenerationPipeline = definePipeline(conceptGeneration, {
  phases: {
    palettes: (run) => (run.blocks ? replacePalettes(run) : palettes(run)),
    design: (run) => (run.blocks ? designAgain(run) : design(run)),
    variations,
  },
  finish: (outputs) => ({ content: null, result: resultSchema.parse(outputs.variations), qualityScore: null }),
});

/** The mark in the colours of the first palette. */
async function design(run: Run): Promise<Drawn> {
  const [first] = savedPalettes.parse(run.outputs.palettes);
  const { logo_description: description, theme_description: theme } = run.request;
  const wish = run.feedback ? `${description}. ${run.feedback}` : description;
  const call = {
    job: "logo.mark",
    input: { description: wish, theme, colors: first?.colors ?? [], language: run.common.language },
    prompt: markPrompt(wish, theme, first),
    width: 1024,
    height: 1024,
  };
  const { file: image, svg, modelId } = await run.drawPicture(call, { name: "design.png", role: "design" });
  if (svg === null) run.warn(`${modelId} draws pixels: there is no SVG, and palettes recolour its lightness.`);
  return { svg, image };
}

/** The mark of the revision before, changed where it is named. */
async function designAgain(run: Run): Promise<Drawn> {
  const before = await markBefore(run);
  if (!redrawsMark(run)) return { svg: before.svg, image: before.image, colors: before.colors };
  const [first] = savedPalettes.parse(run.outputs.palettes);
  const { logo_description: description, theme_description: theme } = run.request;
  const change = wishFor(run, "mark");
  const colors = first?.colors ?? [];
  const call = {
    job: "logo.mark",
    input: { description, theme, colors, design: before.design, change, language: run.common.language },
    prompt: `${markPrompt(description, theme, first)} Change: ${change}.`,
    width: 1024,
    height: 1024,
  };
  const { file: image, svg } = await run.drawPicture(call, { name: "design.png", role: "design" });
  return { svg, image, colors };
}

export function markPrompt(description: string, theme: string, palette: Palette | undefined): string {
  const colours = palette
    ? ` Only these colours: background ${palette.colors[0]}, shapes ${palette.colors.slice(1, 4).join(", ")}.`
    : "";
  return `Logo mark, flat vector style, centred with generous margin, one clear simple shape, plain background, no mock-up, no shadow. Logo: ${description}. Theme: ${theme}.${colours}`;
}

function variations(run: Run) {
  return drawVariations(
    run,
    drawnSchema.parse(run.outputs.design),
    savedPalettes.parse(run.outputs.palettes),
    run.blocks && !redrawsMark(run) ? conceptBefore(run) : null,
  );
}

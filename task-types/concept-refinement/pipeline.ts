import type * as z from "zod";
import { palettesSchema } from "#task-types/concept-generation/palettes.ts";
import { drawnSchema, markPrompt } from "#task-types/concept-generation/pipeline.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import {
  conceptBefore,
  markBefore,
  palettesOf,
  redrawsMark,
  wishFor,
  withReplaced,
} from "#task-types/design/concept-before.ts";
import { type Drawn, drawVariations, type Palette } from "#task-types/design/draw-variations.ts";
import { revisePalette } from "#task-types/design/revise-palette.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { analyse, analysisSchema } from "./analyse.ts";
import { refinedPalettes } from "./refined-palettes.ts";
import { conceptRefinement } from "./schema.ts";

type Run = PhaseRun<z.output<typeof conceptRefinement.request>>;
type Preserved = z.output<typeof conceptRefinement.result>["preserved"];

const savedDesign = drawnSchema.extend({
  palettes: palettesSchema.shape.palettes,
  preserved: conceptRefinement.result.shape.preserved,
});
const resultSchema = conceptRefinement.result;

export const conceptRefinementPipeline = definePipeline(conceptRefinement, {
  phases: { analyse, design: (run) => (run.blocks ? designAgain(run) : design(run)), variations },
  finish(outputs) {
    const { preserved } = savedDesign.parse(outputs.design);
    const { original: original_url } = analysisSchema.parse(outputs.analyse);
    const result = resultSchema.parse({ ...(outputs.variations as object), preserved, original_url });
    return { content: null, result, qualityScore: null };
  },
});

/** The mark as asked, in the colours that are kept or in new ones. */
async function design(run: Run): Promise<Drawn & { palettes: Palette[]; preserved: Preserved }> {
  const { colors, design: original } = analysisSchema.parse(run.outputs.analyse);
  const {
    refinement_prompt: asked,
    preserve_aspects: preserve,
    logo_description,
    theme_description = "",
  } = run.request;
  const change = run.feedback ? `${asked}. ${run.feedback}` : asked;
  const palettes = refinedPalettes({
    change,
    theme: theme_description,
    colors,
    keeps: preserve.includes("colors"),
  });
  const description = logo_description ?? change;
  const keep = preserve.length > 0 ? ` Keep its ${preserve.join(", ")}.` : "";
  const call = {
    job: "logo.mark",
    input: {
      description,
      theme: theme_description,
      language: run.common.language,
      colors: palettes[0]?.colors ?? colors,
      design: original,
      change,
      preserve,
    },
    prompt: `${markPrompt(description, theme_description, palettes[0])} Change: ${change}.${keep}`,
    width: 1024,
    height: 1024,
  };
  const { file: image, svg } = await run.drawPicture(call, { name: "design.png", role: "design" });
  const isRebuilt = original === null || svg === null;
  if (isRebuilt)
    run.degrade(
      "The original is a picture that does not say how it was built: its colours were taken over, its forms drawn anew.",
    );
  return {
    svg,
    image,
    palettes,
    preserved: preserve.map((aspect) => ({ aspect, note: noteOn(aspect, colors, isRebuilt) })),
  };
}

/** What is named of the refined concept changed by the words of the feedback; what was to be preserved still is. */
async function designAgain(run: Run): Promise<Drawn & { palettes: Palette[]; preserved: Preserved }> {
  const before = await markBefore(run);
  const palettes = revisedPalettes(run);
  const preserved = resultSchema.shape.preserved.parse(run.previous?.result.preserved);
  if (!redrawsMark(run)) return { svg: before.svg, image: before.image, colors: before.colors, palettes, preserved };
  const {
    logo_description,
    refinement_prompt,
    preserve_aspects: preserve,
    theme_description: theme = "",
  } = run.request;
  const change = wishFor(run, "mark");
  const description = logo_description ?? refinement_prompt;
  const colors = palettes[0]?.colors ?? before.colors;
  const keep = preserve.length > 0 ? ` Keep its ${preserve.join(", ")}.` : "";
  const call = {
    job: "logo.mark",
    input: { description, theme, language: run.common.language, colors, design: before.design, change, preserve },
    prompt: `${markPrompt(description, theme, palettes[0])} Change: ${change}.${keep}`,
    width: 1024,
    height: 1024,
  };
  const { file: image, svg } = await run.drawPicture(call, { name: "design.png", role: "design" });
  return { svg, image, colors, palettes, preserved };
}

function revisedPalettes(run: Run): Palette[] {
  const before = palettesOf(conceptBefore(run));
  const replaced = new Map<number, Palette>();
  for (const place of run.blocks ?? []) {
    const [old, wish] = [before[place], wishFor(run, place)];
    const revised = old && revisePalette(old, wish);
    for (const warning of revised?.warnings ?? []) run.warn(warning);
    if (revised && revised.palette.colors.join() !== old.colors.join()) replaced.set(place, revised.palette);
    else
      run.warn(`The palette ${old?.name} stayed as it was: “${wish}” names no colour, warmth or lightness to turn to.`);
  }
  return withReplaced(before, replaced);
}

function noteOn(aspect: Preserved[number]["aspect"], colors: string[], isRebuilt: boolean): string {
  if (aspect === "colors") return `The base image has the original's colours: ${colors.join(", ")}.`;
  if (isRebuilt) return `Not kept: the ${aspect} of a picture cannot be taken from its pixels.`;
  if (aspect === "shapes") return "The sign is the original's, line by line.";
  if (aspect === "layout") return "Frame, size and the place of the name are the original's.";
  return "Corners and typeface are the original's.";
}

function variations(run: Run) {
  const { palettes, ...drawn } = savedDesign.parse(run.outputs.design);
  const before = run.blocks && !redrawsMark(run) ? conceptBefore(run) : null;
  return drawVariations(run, drawn, palettes, before);
}

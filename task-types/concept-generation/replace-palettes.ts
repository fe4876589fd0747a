import type * as z from "zod";
import { conceptBefore, palettesOf, wishFor, withReplaced } from "#task-types/design/concept-before.ts";
import type { Palette } from "#task-types/design/draw-variations.ts";
import { checkPalette } from "#task-types/design/roles.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { inElement, paletteSystem, palettesSchema } from "./palettes.ts";
import type { conceptGeneration } from "./schema.ts";

/** The palettes of the revision before with the round's replaced as the feedback asks; no model is asked for the others. */
export async function replacePalettes(run: PhaseRun<z.output<typeof conceptGeneration.request>>): Promise<Palette[]> {
  const before = palettesOf(conceptBefore(run));
  const places = run.blocks ?? [];
  if (places.length === 0) return before;
  const { theme_description: theme, logo_description: logo } = run.request;
  const replaces = places.flatMap((place) => {
    const old = before[place];
    return old ? { ...old, wish: wishFor(run, place) } : [];
  });
  const stays = before.filter((_, index) => !places.includes(index));
  const { palettes: made, warnings } = await run.generate({
    job: "concept.palettes",
    input: { theme, count: replaces.length, language: run.common.language, replaces, stays },
    system: paletteSystem,
    prompt: [
      `<logo>${inElement(logo)}</logo>\n<theme>${inElement(theme)}</theme>`,
      stays.length > 0 ? `These palettes stay as they are:\n${stays.map(paletteLine).join("\n")}` : "",
      `A reviewer wants these made again:\n${replaces.map((each) => `${paletteLine(each)}\nAsked of it: ${inElement(each.wish)}`).join("\n\n")}`,
      `Make exactly ${replaces.length} palettes of five colours, one for each of these and in their order, each as was asked of it and following the theme in all else, unlike those that stay. Name each in two or three words. The description says in one sentence what it is like.`,
    ]
      .filter(Boolean)
      .join("\n\n"),
    output: palettesSchema,
    temperature: 0.7,
  });
  for (const warning of warnings) run.warn(warning);
  const replaced = new Map<number, Palette>();
  for (const [index, place] of places.entries()) {
    const next = made[index];
    const colors = next && checkPalette(next.colors);
    if (next && colors && colors.join() !== before[place]?.colors.join())
      replaced.set(place, { name: next.name, description: next.description, colors });
    else run.warn(`The palette ${before[place]?.name} stayed as it was: the model made no other in its place.`);
  }
  return withReplaced(before, replaced);
}

function paletteLine({ name, colors, description }: Palette): string {
  return `- ${inElement(name)}: ${colors.join(", ")}. ${inElement(description)}`;
}

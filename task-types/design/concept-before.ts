import * as z from "zod";
import { feedbackOn } from "#task-types/blocks/feedback-on.ts";
import { conceptBlocks, conceptFileSchema, variationSchema } from "#task-types/concept-generation/palette.ts";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";
import { type ConceptNote, parseNote } from "./concept-note.ts";
import type { Drawn, Palette, Variations } from "./draw-variations.ts";
import { readNote } from "./picture-file.ts";

const beforeSchema = z.object({
  image_url: z.string(),
  variations: z.array(variationSchema).min(1),
  files: z.array(conceptFileSchema),
});

const markName = conceptBlocks.beside.name;

/** The concept of the revision before, for a round that makes some of its parts again. */
export function conceptBefore(run: Pick<AnyRun, "previous">): Variations {
  return beforeSchema.parse(run.previous?.result);
}

export function palettesOf({ variations }: Pick<Variations, "variations">): Palette[] {
  return variations.map(({ palette_name, description, colors }) => ({ name: palette_name, description, colors }));
}

/** Whether a round for some parts draws the mark again, and with it every palette. */
export function redrawsMark({ blockNames }: Pick<AnyRun, "blockNames">): boolean {
  return blockNames?.includes(markName) ?? true;
}

/** What the feedback asks of the palette at a place, or of the mark. */
export function wishFor(run: Pick<AnyRun, "previous" | "blocks" | "feedback">, place: number | "mark"): string {
  const { variations } = conceptBefore(run);
  const nameAt = (index: number) => [variations[index]?.palette_name ?? ""];
  const mark = [conceptBlocks.beside.text];
  const all = [mark, ...(run.blocks ?? []).map(nameAt)];
  return feedbackOn(run.feedback ?? "", place === "mark" ? mark : nameAt(place), all);
}

/** The mark as its own files have it: they say what the revision shows, whichever round drew it. */
export async function markBefore(
  run: Pick<AnyRun, "previous" | "readArtifact">,
): Promise<Drawn & { colors: string[]; design: ConceptNote["design"] }> {
  const before = conceptBefore(run);
  const base = before.files.filter(({ palette_name }) => palette_name === null);
  const image = base.find(({ format, size }) => format === "png" && size === "original")?.url ?? before.image_url;
  const vector = base.find(({ format }) => format === "svg")?.url;
  // The results of a concept name nothing but files of its task.
  const read = async (url: string) => (await run.readArtifact(url as ArtifactReference)).bytes;
  const note = parseNote(await readNote(await read(image)));
  return {
    svg: vector ? new TextDecoder().decode(await read(vector)) : null,
    image: image as ArtifactReference,
    colors: note?.colors ?? before.variations[0]?.colors ?? [],
    design: note?.design ?? null,
  };
}

/** New palettes in the places of the round; a name that another has already gets a number. */
export function withReplaced(before: Palette[], replaced: ReadonlyMap<number, Palette>): Palette[] {
  const taken = new Set(before.flatMap(({ name }, index) => (replaced.has(index) ? [] : name)));
  return before.map((palette, index) => {
    const next = replaced.get(index);
    if (!next) return palette;
    let name = next.name;
    for (let number = 2; taken.has(name); number++) name = `${next.name} ${number}`;
    taken.add(name);
    return { ...next, name };
  });
}

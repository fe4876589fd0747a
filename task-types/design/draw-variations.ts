import type * as z from "zod";
import type { conceptFileSchema, variationSchema } from "#task-types/concept-generation/palette.ts";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";
import { designIn, writeNote } from "./concept-note.ts";
import { decodePicture, encodePicture, pictureSizes, type Raster, renderSvg } from "./picture-file.ts";
import { recolourPixels } from "./recolour-pixels.ts";
import { recolour, rolesOf } from "./roles.ts";

export type Palette = { name: string; description: string; colors: string[] };
/**
 * A mark as it was drawn: as shapes in the colours of a palette, by default the first, or as a picture of some model.
 */
export type Drawn = { svg: string | null; image: ArtifactReference; colors?: string[] };
type ConceptFile = z.output<typeof conceptFileSchema>;
export type Variations = {
  image_url: string;
  variations: z.output<typeof variationSchema>[];
  files: ConceptFile[];
};

/**
 * The mark in each palette, in every format and size. The first palette is the one that it was drawn in, and its
 * picture is the base image.
 * @param before in a round for some palettes: the concept whose other pictures stay the files that they are
 */
export async function drawVariations(
  run: AnyRun,
  drawn: Drawn,
  palettes: Palette[],
  before: Variations | null = null,
): Promise<Variations> {
  const raster = drawn.svg === null ? (await run.readArtifact(drawn.image)).bytes : null;
  const base = rolesOf(drawn.colors ?? palettes[0]?.colors ?? []);
  const files: ConceptFile[] = [];
  const variations: Variations["variations"] = [];
  let image_url = before?.image_url ?? "";
  for (const [index, palette] of [null, ...palettes].entries()) {
    run.signal.throwIfAborted();
    if (before && !run.blocks?.includes(index - 1)) {
      const kept = before.variations[index - 1];
      if (palette && kept) variations.push(kept);
      files.push(
        ...before.files.filter(({ palette_name }) => palette_name === (palette && (kept?.palette_name ?? null))),
      );
      continue;
    }
    const colors = (palette ?? palettes[0])?.colors ?? [];
    const roles = rolesOf(colors);
    const svg = drawn.svg && recolour(drawn.svg, base, roles);
    const original = svg
      ? await renderSvg(svg, pictureSizes.original)
      : await decodePicture(palette && raster ? await recolourPixels(raster, roles) : (raster ?? new Uint8Array()));
    const note = writeNote({ colors, design: designIn(svg) });
    const made = await storeSizes(run, {
      svg,
      original,
      note,
      stem: palette ? `${index}-${slug(palette.name)}` : "base",
    });
    files.push(...made.map((file) => ({ ...file, palette_name: palette?.name ?? null })));
    const shown = made.find(({ format, size }) => format === "png" && size === "large")?.url ?? "";
    if (palette)
      variations.push({ palette_name: palette.name, colors, description: palette.description, image_url: shown });
    else image_url = shown;
    run.progress((index + 1) / (palettes.length + 1), palette ? `Drew ${palette.name}` : "Drew the base image");
  }
  return { image_url, variations, files };
}

type Original = { svg: string | null; original: Raster; note: string; stem: string };

async function storeSizes(
  run: AnyRun,
  { svg, original, note, stem }: Original,
): Promise<Omit<ConceptFile, "palette_name">[]> {
  const files: Omit<ConceptFile, "palette_name">[] = [];
  for (const [size, side] of Object.entries(pictureSizes) as [keyof typeof pictureSizes, number][]) {
    for (const format of ["png", "jpg"] as const) {
      const bytes = await encodePicture(original, side, format, note);
      const contentType = format === "png" ? "image/png" : "image/jpeg";
      const artifact = {
        name: `${stem}-${size}.${format}`,
        role: "concept",
        contentType,
        bytes,
        width: side,
        height: side,
        thumbnail: format === "png" && size === "large",
      };
      files.push({ format, size, url: await run.storeArtifact(artifact) });
    }
  }
  if (svg) {
    const bytes = new TextEncoder().encode(svg);
    const artifact = { name: `${stem}.svg`, role: "concept", contentType: "image/svg+xml", bytes, thumbnail: false };
    const url = await run.storeArtifact(artifact);
    files.push({ format: "svg", size: "original", url });
  }
  return files;
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "palette"
  );
}

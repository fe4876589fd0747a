import sharp from "sharp";
import * as z from "zod";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";
import { parseNote } from "#task-types/design/concept-note.ts";
import { readNote } from "#task-types/design/picture-file.ts";
import { checkPalette } from "#task-types/design/roles.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { conceptRefinement } from "./schema.ts";

export const analysisSchema = z.object({
  /** Ground first, then by how much of the picture they cover. */
  colors: z.array(z.string()).min(3),
  /** The picture as it was read; absent from phases of before it was kept. */
  original: z.string().nullable().default(null),
  /** How the mark was made; null for a picture that no hub drew. */
  design: jsonObjectSchema.nullable(),
});

const pictureTypes = ["image/png", "image/jpeg", "image/webp", "image/avif", "image/svg+xml"];

/** What the picture says of itself, or what its pixels say. */
export async function analyse(
  run: PhaseRun<z.output<typeof conceptRefinement.request>>,
): Promise<z.output<typeof analysisSchema>> {
  const { bytes, contentType } = await run.fetchFile(run.request.original_image_url, pictureTypes);
  const read = contentType === "image/svg+xml" ? ofSvg(new TextDecoder().decode(bytes)) : await ofPixels(bytes);
  const name = `original.${contentType.replace(/^image\/(\w+).*$/, "$1")}`;
  return { ...read, original: await run.storeArtifact({ name, role: "original", contentType, bytes }) };
}

type Read = Omit<z.output<typeof analysisSchema>, "original">;

async function ofPixels(bytes: Uint8Array): Promise<Read> {
  try {
    const note = parseNote(await readNote(bytes));
    if (note && note.colors.length >= 3) return note;
    return { colors: await dominantColours(bytes), design: null };
  } catch (error) {
    const message = "The picture at original_image_url cannot be read: it must be a PNG, JPEG, WebP, AVIF or SVG.";
    throw new HubError("VALIDATION_ERROR", message, { details: { field: "original_image_url" }, cause: error });
  }
}

/** Only its words are read; nothing of it is ever drawn. */
function ofSvg(svg: string): Read {
  const json = /<metadata>([\s\S]*?)<\/metadata>/.exec(svg)?.[1] ?? "null";
  const design = z.object({ design: jsonObjectSchema }).safeParse(parseJson(json)).data?.design ?? null;
  const colors = [...new Set((svg.match(/#[0-9a-f]{6}\b/gi) ?? []).map((colour) => colour.toLowerCase()))].slice(0, 5);
  return { colors: fillUp(colors), design };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The commonest colour at the edge is the ground; the others by their share, near ones counted as one. */
async function dominantColours(bytes: Uint8Array): Promise<string[]> {
  const side = 96;
  const pixels = await sharp(bytes)
    .flatten({ background: "#ffffff" })
    .resize(side, side, { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer();
  const all = new Map<string, number>();
  const edge = new Map<string, number>();
  for (let at = 0; at < side * side; at++) {
    const colour = `#${[...pixels.subarray(at * 3, at * 3 + 3)]
      .map((value) =>
        Math.min(255, Math.round(value / 24) * 24)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
    all.set(colour, (all.get(colour) ?? 0) + 1);
    const [x, y] = [at % side, Math.floor(at / side)];
    if (x === 0 || y === 0 || x === side - 1 || y === side - 1) edge.set(colour, (edge.get(colour) ?? 0) + 1);
  }
  const byCount = (counts: Map<string, number>) => [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const [ground = "#ffffff"] = byCount(edge);
  return fillUp([ground, ...byCount(all).filter((colour) => colour !== ground)].slice(0, 5));
}

function fillUp(colors: string[]): string[] {
  const enough = [...colors, ...["#ffffff", "#20242c", "#5b6472"].filter((colour) => !colors.includes(colour))];
  return checkPalette(enough.slice(0, Math.max(3, colors.length)));
}

import { createHash } from "node:crypto";
import * as z from "zod";
import { type ReadableArtifact, readArtifact } from "#domain/artifacts/read-artifact.ts";
import { getConcept } from "#domain/concepts/find-concept.ts";
import type { Ctx } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";
import { type ExportFormat, type ExportSize, renderImage } from "#lib/images/render-image.ts";
import { conceptFileSchema, variationSchema } from "#task-types/concept-generation/palette.ts";

export type ConceptExport = { format: ExportFormat; size: ExportSize; palette?: string };

const resultSchema = z.object({
  image_url: z.string(),
  variations: z.array(variationSchema.pick({ palette_name: true, image_url: true })),
  files: z.array(conceptFileSchema).default([]),
});
type Result = z.output<typeof resultSchema>;

/**
 * A concept as one file: the one that was made with it where there is one, else drawn from its vector or its picture. A
 * picture is never enlarged.
 * @throws HubError NOT_FOUND for an unknown concept or palette, and for a vector that it does not have
 */
export async function exportConcept(ctx: Ctx, uid: string | null, wanted: ConceptExport): Promise<ReadableArtifact> {
  const task = await getConcept(ctx, uid);
  const result = resultSchema.parse(task.result);
  const picture = pictureOf(result, wanted.palette);
  const own = result.files.filter((file) => file.palette_name === (wanted.palette ?? null));
  const ready =
    own.find((file) => file.format === wanted.format && file.size === wanted.size) ??
    // A vector has no size.
    own.find((file) => file.format === "svg" && wanted.format === "svg");
  const name = `${["concept", wanted.palette, wanted.size].filter(Boolean).join("-")}.${wanted.format}`;
  if (ready) return { ...(await openReference(ctx, ready.url)), name };
  if (wanted.format === "svg") throw new HubError("NOT_FOUND", "This concept has no vector; ask for png or jpg");
  const source = await openReference(ctx, own.find((file) => file.format === "svg")?.url ?? picture);
  const { bytes, contentType } = await renderImage(await readAll(source), wanted.format, wanted.size);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const open: ReadableArtifact["open"] = async (range) =>
    new Blob([range ? bytes.subarray(range.start, range.end + 1) : bytes]).stream();
  return { name, contentType, size: bytes.byteLength, sha256, open };
}

function pictureOf(result: Result, palette: string | undefined): string {
  if (palette === undefined) return result.image_url;
  const variation = result.variations.find(({ palette_name: name }) => name === palette);
  if (!variation) throw new HubError("NOT_FOUND", "This concept has no variation in that palette");
  return variation.image_url;
}

async function openReference(ctx: Ctx, reference: string): Promise<ReadableArtifact> {
  return readArtifact(ctx, /^artifact:(.+)$/.exec(reference)?.[1] ?? "");
}

async function readAll(file: ReadableArtifact): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await file.open()).arrayBuffer());
}

import sharp from "sharp";
import { drawPage } from "#lib/images/draw-page.ts";
import { drawVector } from "#lib/images/draw-vector.ts";

/** Pixels of the longer side, at most. */
const thumbnailSide = 480;

const pdf = "application/pdf";
const maxBytes = 32 * 1024 * 1024;
/** Width times height: a few kilobytes of PNG can claim to unfold to any number of them. */
const maxPixels = 50_000_000;

// One at a time: a picture in memory is many times its file.
let last: Promise<unknown> = Promise.resolve();

/**
 * A small WebP of a picture: its first frame where it moves, upright, and without what a camera wrote into it; or of a
 * PDF's first page.
 * @param contentType what the bytes are, by their content
 * @returns null for what is neither, is as small already, or cannot be read within bounds
 */
export function makeThumbnail(source: Uint8Array | Blob, contentType: string): Promise<Uint8Array | null> {
  const size = source instanceof Blob ? source.size : source.byteLength;
  if (!(contentType.startsWith("image/") || contentType === pdf) || size > maxBytes) return Promise.resolve(null);
  const made = last.then(() => make(source, contentType)).catch(() => null);
  last = made;
  return made;
}

async function make(source: Uint8Array | Blob, contentType: string): Promise<Uint8Array | null> {
  const bytes = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : source;
  if (contentType === pdf) return drawPage(bytes, thumbnailSide);
  if (contentType.startsWith("image/svg")) return drawVector(bytes, thumbnailSide);
  const picture = sharp(bytes, { limitInputPixels: maxPixels, sequentialRead: true, failOn: "error" });
  const { format, width, height, orientation = 1 } = await picture.metadata();
  // Whatever it was called: vectors are drawn elsewhere.
  if (format === "svg") return null;
  if (Math.max(width, height) <= thumbnailSide && orientation === 1) return null;
  const small = picture
    .autoOrient()
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80, smartSubsample: true });
  return new Uint8Array(await small.toBuffer());
}

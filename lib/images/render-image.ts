import sharp from "sharp";

export const exportSizes = ["small", "medium", "large", "original"] as const;
export type ExportSize = (typeof exportSizes)[number];
export const exportFormats = ["png", "jpg", "svg"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The longer side, in pixels. */
const sides: Record<Exclude<ExportSize, "original">, number> = { small: 256, medium: 512, large: 1024 };
/** Dots per inch at which a vector's own units are pixels. */
const vectorDensity = 72;

/** Draws a picture or a vector as PNG or JPEG, no larger than the size says; what JPEG cannot leave out becomes white. */
export async function renderImage(
  source: Uint8Array,
  format: Exclude<ExportFormat, "svg">,
  size: ExportSize,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string }> {
  const side = size === "original" ? null : sides[size];
  const image = sharp(source, { density: side ? await densityFor(source, side) : vectorDensity });
  if (side) image.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  if (format === "jpg") image.flatten({ background: "#ffffff" }).jpeg({ quality: 90 });
  else image.png();
  const bytes = new Uint8Array(await image.toBuffer());
  return { bytes, contentType: format === "jpg" ? "image/jpeg" : "image/png" };
}

/** A vector is drawn as large as it is wanted, not drawn small and then scaled. */
async function densityFor(source: Uint8Array, side: number): Promise<number> {
  const { format, width, height } = await sharp(source, { density: vectorDensity }).metadata();
  if (format !== "svg") return vectorDensity;
  const density = Math.ceil((vectorDensity * side) / Math.max(width, height, 1));
  return Math.min(Math.max(density, 1), 100_000);
}

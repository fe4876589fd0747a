import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";

/** Pixels of each side. */
export const pictureSizes = { small: 256, medium: 512, large: 1024, original: 2048 } as const;

/** Pixels, four bytes each, so that several sizes are made of them without decoding again. */
export type Raster = { data: Uint8Array; width: number; height: number };

export async function renderSvg(svg: string, side: number): Promise<Raster> {
  const options = { fitTo: { mode: "width" as const, value: side }, font: { loadSystemFonts: false } };
  const { pixels, width, height } = await renderAsync(svg, options);
  return { data: pixels, width, height };
}

export async function decodePicture(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * One square picture as PNG or JPEG. @param note kept in the file as its description (EXIF ImageDescription), so that a
 * picture that comes back says how it was made
 */
export async function encodePicture(
  { data, width, height }: Raster,
  side: number,
  format: "png" | "jpg",
  note: string,
): Promise<Uint8Array> {
  const sized = sharp(data, { raw: { width, height, channels: 4 } })
    .resize(side, side, { fit: "contain", background: "#ffffff" })
    .withExif({ IFD0: { ImageDescription: note } });
  const encoded =
    format === "png"
      ? sized.png({ compressionLevel: 6 })
      : sized.flatten({ background: "#ffffff" }).jpeg({ quality: 92 });
  return new Uint8Array(await encoded.toBuffer());
}

/** What `encodePicture` put into a file; null where there is nothing of the kind. */
export async function readNote(bytes: Uint8Array): Promise<string | null> {
  const { exif } = await sharp(bytes).metadata();
  // The description is ASCII that is kept as it is; its JSON is found without reading the whole format.
  return /\{"concept":[\x20-\x7e]*\}/.exec(exif?.toString("latin1") ?? "")?.[0] ?? null;
}

import sharp, { type Sharp } from "sharp";
import { type Random, randomFrom } from "./random.ts";
import type { PictureStyle } from "./styles.ts";

type Pixels = { data: Uint8Array; width: number; height: number };

/** What a style does to the drawn picture itself. PNG in, PNG out, of the same size. */
export async function finishPicture(png: Uint8Array, style: PictureStyle, seed: string): Promise<Uint8Array> {
  if (style === "oil_painting") return paintOver(png, randomFrom(`${seed}|strokes`));
  if (style === "sketch") return sketch(png);
  if (style === "pixel_art") return pixelate(png);
  if (style === "monochrome") return bytes(sharp(png).grayscale().linear(1.12, -12));
  if (style === "vintage")
    return bytes(sharp(png).modulate({ saturation: 0.55 }).tint({ r: 214, g: 186, b: 140 }).linear(0.92, 12));
  return png;
}

async function bytes(image: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await image.png().toBuffer());
}

async function pixelate(png: Uint8Array): Promise<Uint8Array> {
  const { width = 1, height = 1 } = await sharp(png).metadata();
  const cell = Math.max(3, Math.round(Math.min(width, height) / 96));
  const small = await sharp(png)
    .resize(Math.ceil(width / cell), Math.ceil(height / cell), { kernel: "lanczos3", fit: "fill" })
    .png({ palette: true, colours: 32, dither: 0 })
    .toBuffer();
  return bytes(sharp(small).resize(width, height, { kernel: "nearest", fit: "fill" }));
}

/** A pencil drawing by colour dodge: light where the picture is as light as its blurred self, dark at edges. */
async function sketch(png: Uint8Array): Promise<Uint8Array> {
  const { width = 1, height = 1 } = await sharp(png).metadata();
  const base = sharp(png).removeAlpha().grayscale();
  const sharpGrey = await base.clone().raw().toBuffer();
  const blurred = await base
    .clone()
    .negate()
    .blur(Math.max(1.5, Math.min(width, height) / 160))
    .raw()
    .toBuffer();
  const out = new Uint8Array(width * height);
  for (let at = 0; at < out.length; at++) {
    const below = sharpGrey[at] ?? 0;
    const dodge = Math.min(255, (below * 255) / Math.max(1, 255 - (blurred[at] ?? 0)));
    // Some of the tone stays, as hatching with the side of the pencil would leave it.
    out[at] = Math.min(250, dodge ** 1.0 * 0.72 + below * 0.2 + 22);
  }
  return bytes(
    sharp(out, { raw: { width, height, channels: 1 } })
      .linear(1.25, -48)
      .tint({ r: 250, g: 246, b: 236 }),
  );
}

async function paintOver(png: Uint8Array, random: Random): Promise<Uint8Array> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const source = { data: new Uint8Array(data), width: info.width, height: info.height };
  const canvas = { ...source, data: new Uint8Array(data) };
  const unit = Math.min(info.width, info.height);
  // From broad to fine, as a painter would; finer strokes are shorter and leave the broad ones to be seen.
  for (const [size, cover] of [
    [unit * 0.016, 1.6],
    [unit * 0.008, 1.1],
  ] as const) {
    const strokes = Math.round(((info.width * info.height) / (size * size * 6)) * cover);
    for (let stroke = 0; stroke < strokes; stroke++) brush(source, canvas, size, random);
  }
  return bytes(
    sharp(canvas.data, { raw: { width: info.width, height: info.height, channels: 3 } }).modulate({ saturation: 1.08 }),
  );
}

/** One stroke along the edges beneath it, of one colour that varies a little, lighter on one side as paint stands up. */
function brush(source: Pixels, canvas: Pixels, size: number, random: Random): void {
  const { width, height } = source;
  const x = random.between(0, width);
  const y = random.between(0, height);
  const reach = Math.max(1, Math.round(size / 2));
  const grey = (px: number, py: number) => {
    const at = (clamp(Math.round(py), height) * width + clamp(Math.round(px), width)) * 3;
    return (source.data[at] ?? 0) * 0.3 + (source.data[at + 1] ?? 0) * 0.59 + (source.data[at + 2] ?? 0) * 0.11;
  };
  const dx = grey(x + reach, y) - grey(x - reach, y);
  const dy = grey(x, y + reach) - grey(x, y - reach);
  const isFlat = Math.abs(dx) + Math.abs(dy) < 6;
  const angle =
    (isFlat ? 0.25 + Math.sin(x * 0.006 + y * 0.004) * 0.7 : Math.atan2(dy, dx) + Math.PI / 2) +
    random.between(-0.2, 0.2);
  const from = (clamp(Math.round(y), height) * width + clamp(Math.round(x), width)) * 3;
  const shift = random.between(-13, 13);
  const length = size * random.between(2, isFlat ? 4.5 : 2.6);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let along = -length / 2; along <= length / 2; along += 0.8) {
    const taper = size * 0.5 * Math.sqrt(Math.max(0, 1 - ((2 * along) / length) ** 4));
    for (let across = -taper; across <= taper; across += 0.8) {
      const px = Math.round(x + along * cos - across * sin);
      const py = Math.round(y + along * sin + across * cos);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const relief = shift + (across / Math.max(0.5, taper)) * 9;
      const to = (py * width + px) * 3;
      for (let channel = 0; channel < 3; channel++) {
        canvas.data[to + channel] = clamp(Math.round((source.data[from + channel] ?? 0) + relief), 256);
      }
    }
  }
}

function clamp(value: number, limit: number): number {
  return Math.max(0, Math.min(limit - 1, value));
}

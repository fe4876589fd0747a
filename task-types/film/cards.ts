import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { box, canDrawWords, drawWords } from "#lib/media/draw-words.ts";
import { lines } from "./cues.ts";
import type { FilmTheme } from "./themes.ts";

type Size = { width: number; height: number };

async function rasterise(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return new Uint8Array(image.asPng());
}

/** The film's name over its first picture, darkened and out of focus; also its poster. */
export async function drawTitleCard(
  title: string,
  picture: Uint8Array,
  theme: FilmTheme,
  { width, height }: Size,
): Promise<Uint8Array> {
  const unit = Math.min(width, height);
  const veil = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${theme.ground}" fill-opacity=".78"/></svg>`;
  const behind = sharp(picture)
    .resize(width, height, { fit: "cover" })
    .blur(Math.max(1, unit / 90));
  const layers = [{ input: Buffer.from(veil) }];
  if (canDrawWords(title)) {
    const size = Math.max(12, Math.min(unit * 0.11, (width * 1.5) / Math.sqrt(Math.max(14, title.length)) / 4.2));
    const column = box({ width: width * 0.82, flexDirection: "column" }, [
      box({ width: unit * 0.12, height: unit * 0.011, background: theme.accent, marginBottom: size * 0.5 }),
      box(
        {
          width: width * 0.82,
          color: theme.ink,
          fontFamily: "Source Serif 4",
          fontWeight: 600,
          fontSize: size,
          lineHeight: 1.15,
          letterSpacing: size * -0.012,
        },
        title,
      ),
    ]);
    const words = box({ width, height, justifyContent: "center", alignItems: "center" }, [column]);
    layers.push({ input: Buffer.from(await rasterise(await drawWords(words, width, height))) });
  }
  return new Uint8Array(await behind.composite(layers).png().toBuffer());
}

/** Upright and small pictures have room for fewer letters in a line, which are the larger for it. */
export function lettersInLine({ width, height }: Size): number {
  if (width < 240) return 20;
  return width >= height * 1.2 ? 42 : 28;
}

/** A caption low in the frame, on a dark strip, with nothing else; null where the fonts lack its letters. */
export async function drawCaption(text: string, { width, height }: Size): Promise<Uint8Array | null> {
  if (!canDrawWords(text)) return null;
  const letters = lettersInLine({ width, height });
  const size = Math.max(9, Math.round(Math.min((width * 0.84) / (letters * 0.54), height * 0.05)));
  const rows = lines(text, letters * 2).split("\n");
  const strip = box(
    {
      flexDirection: "column",
      alignItems: "center",
      background: "rgba(8,10,16,.72)",
      borderRadius: size * 0.35,
      padding: `${size * 0.4}px ${size * 0.8}px`,
      maxWidth: width * 0.92,
    },
    rows.map((row) =>
      box(
        {
          color: "#ffffff",
          fontFamily: "Inter",
          fontWeight: 500,
          fontSize: size,
          lineHeight: 1.35,
          textAlign: "center",
        },
        row,
      ),
    ),
  );
  const frame = box(
    {
      width,
      height,
      flexDirection: "column",
      justifyContent: "flex-end",
      alignItems: "center",
    },
    [strip, box({ height: height * 0.06 })],
  );
  return rasterise(await drawWords(frame, width, height));
}

/** Nothing at all, for the time between captions. */
export async function drawNothing({ width, height }: Size): Promise<Uint8Array> {
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 4, background } })
      .png()
      .toBuffer(),
  );
}

/** Somebody's logo in the upper right corner of a frame with nothing else in it: it stands still while pictures move. */
export async function drawLogo(logo: Uint8Array, { width, height }: Size): Promise<Uint8Array> {
  const margin = Math.round(Math.min(width, height) * 0.04);
  const mark = await sharp(logo)
    .resize(Math.round(width * 0.14), Math.round(height * 0.11), { fit: "inside" })
    .png()
    .toBuffer();
  const { width: wide = 0 } = await sharp(mark).metadata();
  return over(await drawNothing({ width, height }), mark, { left: width - wide - margin, top: margin });
}

/** One picture upon another. */
export async function over(
  below: Uint8Array,
  above: Uint8Array,
  { left, top } = { left: 0, top: 0 },
): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(below)
      .composite([{ input: Buffer.from(above), left, top }])
      .png()
      .toBuffer(),
  );
}

// Draws the SVG on standard input as a WebP on standard output, for draw-vector.ts.
import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";

/** Dots per inch at which a vector's own units are pixels. */
const unscaled = 72;

const side = Number(process.argv[2]);
const svg = readFileSync(0);
const { format, width, height } = await sharp(svg, { density: unscaled, limitInputPixels: false }).metadata();
if (format !== "svg") throw new Error(`This is ${format}`);
// Drawn at the size that is wanted: one that calls itself acres wide takes no more memory than another.
const density = Math.min(Math.max((unscaled * side) / Math.max(width, height), 1), 100_000);
const drawn = sharp(svg, { density, limitInputPixels: 4 * side * side })
  .resize({ width: side, height: side, fit: "inside" })
  .webp({ quality: 80, smartSubsample: true });
writeFileSync(1, await drawn.toBuffer());

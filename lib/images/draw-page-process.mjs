// Draws the first page of the PDF on standard input as a WebP on standard output, for draw-page.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";

const side = Number(process.argv[2]);
const data = new Uint8Array(readFileSync(0));
const pdf = await getDocument({ data, useSystemFonts: false, isEvalSupported: false, verbosity: 0 }).promise;
const page = await pdf.getPage(1);
const { width, height } = page.getViewport({ scale: 1 });
// Twice as large as it is wanted, so that small print is drawn before it is made smaller.
const viewport = page.getViewport({ scale: (2 * side) / Math.max(width, height) });
const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;
const small = sharp(canvas.toBuffer("image/png"))
  .resize({ width: side, height: side, fit: "inside" })
  .webp({ quality: 80, smartSubsample: true });
writeFileSync(1, await small.toBuffer());
// Timers of the library would keep the process for a while.
process.exit(0);

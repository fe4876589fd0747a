import { drawApart } from "./draw-apart.ts";

/**
 * The first page of a PDF as a WebP that fits a square.
 * @param side pixels
 * @throws when it cannot be drawn, or not in time
 */
export function drawPage(pdf: Uint8Array, side: number): Promise<Uint8Array> {
  return drawApart(pdf, { program: "./draw-page-process.mjs", side, maxBytes: 32 * 1024 * 1024, deadlineMs: 20_000 });
}

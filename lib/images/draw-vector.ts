import { drawApart } from "./draw-apart.ts";

/**
 * A foreign SVG as a WebP that fits a square, without scripts and without anything from outside itself.
 * @param side pixels
 * @throws when it cannot be drawn, or not in time
 */
export function drawVector(svg: Uint8Array, side: number): Promise<Uint8Array> {
  return drawApart(svg, { program: "./draw-vector-process.mjs", side, maxBytes: 2 * 1024 * 1024, deadlineMs: 5000 });
}

/** The colours that a scene lends to a thing: two of its own, an accent, and what light and shade are here. */
export type Tones = { a: string; b: string; c: string; dark: string; light: string; skin: string };

/** A thing that can stand in a scene, drawn in a square of 100 with its foot in the middle of the lower edge. */
export type Motif = {
  /** What people call it, as whole words; plurals are understood. */
  words: string;
  /** Height in shares of the picture's height. */
  size: number;
  /** Where it belongs. */
  place: "ground" | "sky" | "water" | "front";
  /** What it is coloured like unless somebody says otherwise; the scene's colours where it has none of its own. */
  own?: [string, string];
  draw: (tones: Tones) => string;
};

export const path = (d: string, fill: string, more = "") => `<path d="${d}" fill="${fill}"${more}/>`;
export const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
export const disc = (x: number, y: number, r: number, fill: string, more = "") =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${more}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = "") =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${more}/>`;
export const bar = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

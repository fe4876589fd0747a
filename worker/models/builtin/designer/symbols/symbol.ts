/** The colours of a mark by their part in it; `n` is what lies behind, for what is cut out. */
export type Roles = { p: string; s: string; a: string; n: string };

/**
 * A sign on a grid of 200, its weight in the middle and its edges within 20–180, so that it keeps its distance from
 * whatever surrounds it.
 */
export type Sign = {
  name: string;
  /** What it stands for, as words that descriptions use. */
  words: RegExp;
  draw: (roles: Roles, soft: boolean) => string;
};

export const fill = (d: string, colour: string, more = "") => `<path d="${d}" fill="${colour}"${more}/>`;
export const dot = (x: number, y: number, r: number, colour: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
/** @param soft round ends and corners instead of straight ones */
export const stroke = (d: string, colour: string, width: number, soft = true) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="${soft ? "round" : "butt"}" stroke-linejoin="${soft ? "round" : "miter"}"/>`;
export const turned = (times: number, content: string, start = 0) =>
  Array.from(
    { length: times },
    (_, index) => `<g transform="rotate(${(start + (index * 360) / times).toFixed(2)} 100 100)">${content}</g>`,
  ).join("");

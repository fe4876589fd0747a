import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype, { type Font } from "opentype.js";

export type Typeface = "sans" | "serif" | "plain";
/** Outlines with their top left corner at 0, 0. */
export type Lettering = { d: string; left: number; top: number; width: number; height: number };

const files: Record<Typeface, string> = {
  sans: "@fontsource/inter/files/inter-latin-800-normal.woff",
  plain: "@fontsource/inter/files/inter-latin-500-normal.woff",
  serif: "@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff",
};
const require = createRequire(import.meta.url);
const loaded = new Map<Typeface, Font>();

function load(typeface: Typeface): Font {
  const known = loaded.get(typeface);
  if (known) return known;
  const file = readFileSync(require.resolve(files[typeface]));
  const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  loaded.set(typeface, font);
  return font;
}

/** Words as shapes, so that a mark needs no fonts. @param spacing in shares of the size */
export function letter(text: string, typeface: Typeface, size: number, spacing = 0): Lettering {
  const font = load(typeface);
  // Letter by letter: the library's shaping stops at rules that these fonts have and marks do not need.
  const glyphs = [...text].map((character) => font.charToGlyph(character));
  let x = 0;
  const parts = glyphs.map((glyph, index) => {
    const path = glyph.getPath(x, 0, size);
    const next = glyphs[index + 1];
    const kerning = next ? font.getKerningValue(glyph, next) : 0;
    x += ((glyph.advanceWidth + kerning) / font.unitsPerEm + spacing) * size;
    return { d: pathData(path.commands), box: path.getBoundingBox() };
  });
  const inked = parts.filter(({ d }) => d !== "").map(({ box }) => box);
  const left = Math.min(...inked.map(({ x1 }) => x1));
  const top = Math.min(...inked.map(({ y1 }) => y1));
  const width = Math.max(...inked.map(({ x2 }) => x2)) - left;
  const height = Math.max(...inked.map(({ y2 }) => y2)) - top;
  return { d: parts.map(({ d }) => d).join(""), left, top, width, height };
}

/** The library's own writes NaN for a number as close to 0 as 1e-15, and drawing ends there. */
function pathData(commands: ReturnType<ReturnType<Font["charToGlyph"]>["getPath"]>["commands"]): string {
  return commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const numbers = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return type + numbers.map((value) => Number(value.toFixed(2))).join(" ");
    })
    .join("");
}

/** Whether the bundled faces have all the letters. */
export function canLetter(text: string): boolean {
  const font = load("sans");
  return [...text].every((character) => font.charToGlyphIndex(character) > 0);
}

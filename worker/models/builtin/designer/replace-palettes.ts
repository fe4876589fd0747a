import { revisePalette } from "#task-types/design/revise-palette.ts";
import { makePalettes, type Palette } from "./make-palettes.ts";

/** As many as there are ways to put a theme's hues together. */
const most = 15;
const wantsAnother = /\b(?:another|other|different|new|else|again)\b/i;

/** A palette in the place of each: turned as its wish asks, or another of the theme where the wish names nothing to turn. */
export function replacePalettes(
  theme: string,
  replaces: readonly (Palette & { wish: string })[],
  stays: readonly Palette[],
): { palettes: Palette[]; warnings: string[] } {
  const taken = new Set([...stays, ...replaces].map(({ colors }) => colors.join()));
  const spare = makePalettes(theme, most).palettes.filter(({ colors }) => !taken.has(colors.join()));
  const warnings: string[] = [];
  const palettes = replaces.map(({ wish, ...old }) => {
    const revised = revisePalette(old, wish);
    if (revised) {
      warnings.push(...revised.warnings);
      return revised.palette;
    }
    const other = spare.shift();
    if (other && !wantsAnother.test(wish))
      warnings.push(
        `builtin/designer found no colour, warmth or lightness in “${wish.slice(0, 200)}”: another palette of the theme stands in the place of ${old.name}.`,
      );
    return other ?? old;
  });
  return { palettes, warnings };
}

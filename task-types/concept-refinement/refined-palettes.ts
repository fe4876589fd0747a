import type { Palette } from "#task-types/design/draw-variations.ts";
import { checkPalette } from "#task-types/design/roles.ts";
import { changesIn, turned } from "#task-types/design/turn-palette.ts";

export type ColourWish = { change: string; theme: string; colors: string[]; keeps: boolean };

/**
 * What the words ask of the colours, from the original's: warmer, darker, another hue. With the colours kept, the base
 * is the original's and one more palette shows the change of nothing but the ground.
 */
export function refinedPalettes({ change, theme, colors, keeps }: ColourWish): Palette[] {
  const original = { name: "Original", description: "The colours of the original.", colors: checkPalette(colors) };
  if (keeps) return [original, reversed(colors)];
  const made = changesIn(change, colors, theme).map((each) => ({
    ...{ name: each.name, description: each.description },
    colors: turned(colors, [each]),
  }));
  return [...made, original, reversed(colors)];
}

function reversed(colors: string[]): Palette {
  const [ground = "#ffffff", primary = "#222222", ...others] = colors;
  const swapped = checkPalette([primary, ground, ...others.slice(0, 2), ground]);
  return { name: "Reversed", description: "Ground and primary change places.", colors: swapped };
}

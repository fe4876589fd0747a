import { hexToOklch, type Oklch, oklchToHex } from "#task-types/design/colour.ts";
import type { Palette } from "#task-types/design/draw-variations.ts";
import { checkPalette } from "#task-types/design/roles.ts";

export type ColourWish = { change: string; theme: string; colors: string[]; keeps: boolean };

/** Hues that people name, in OKLCH degrees. */
const hues: [RegExp, number][] = [
  [/\b(red|crimson|scarlet)\b/i, 27],
  [/\b(orange|coral)\b/i, 50],
  [/\b(yellow|gold\w*|amber)\b/i, 88],
  [/\b(green|emerald|forest)\b/i, 150],
  [/\b(teal|turquoise|cyan)\b/i, 195],
  [/\b(blue|navy|cobalt)\b/i, 258],
  [/\b(purple|violet)\b/i, 300],
  [/\b(pink|rose|magenta)\b/i, 355],
];

/**
 * What the words ask of the colours, from the original's: warmer, darker, another hue. With the colours kept, the base
 * is the original's and one more palette shows the change of nothing but the ground.
 */
export async function refinedPalettes({ change, theme, colors, keeps }: ColourWish): Promise<Palette[]> {
  const original = { name: "Original", description: "The colours of the original.", colors: checkPalette(colors) };
  if (keeps) return [original, reversed(colors)];
  const changes: { name: string; description: string; turn: (colour: Oklch, index: number) => Oklch }[] = [];
  const hue = hues.find(([words]) => words.test(change) || words.test(theme))?.[1];
  if (hue !== undefined) {
    const shift = hue - hexToOklch(colors[1] ?? "#888888").h;
    changes.push({
      name: "New hue",
      description: "Turned to the hue that was asked for, lightness kept.",
      turn: ({ l, c, h }) => ({ l, c: Math.max(c, l > 0.93 ? c : 0.05), h: (h + shift + 360) % 360 }),
    });
  }
  const ask = (words: RegExp, name: string, description: string, turn: (colour: Oklch, index: number) => Oklch) => {
    if (words.test(change)) changes.push({ name, description, turn });
  };
  ask(/\b(warm\w*|cos[iy]\w*|sunn\w*)\b/i, "Warmer", "Hues drawn towards orange.", ({ l, c, h }) => ({
    l,
    c,
    h: towards(h, 55, 0.35),
  }));
  ask(/\b(cool\w*|cold\w*|fresh\w*)\b/i, "Cooler", "Hues drawn towards blue.", ({ l, c, h }) => ({
    l,
    c,
    h: towards(h, 245, 0.35),
  }));
  ask(/\b(dark\w*|deep\w*)\b/i, "Darker", "The ground dark, the shapes light.", ({ c, h }, index) => ({
    l: index === 0 ? 0.2 : 0.72 + index * 0.05,
    c: index === 0 ? 0.03 : c,
    h,
  }));
  ask(/\b(light\w*|bright\w*|pale\w*)\b/i, "Lighter", "The ground light, the shapes fresh.", ({ l, c, h }, index) => ({
    l: index === 0 ? 0.98 : Math.min(0.62, l + 0.08),
    c,
    h,
  }));
  ask(
    /\b(vibrant|vivid|saturat\w*|bold\w*|strong\w*|energetic)\b/i,
    "Stronger",
    "More chroma, lightness kept.",
    ({ l, c, h }) => ({ l, c: c * 1.45, h }),
  );
  ask(
    /\b(muted|calm\w*|soft\w*|subtle|quiet\w*|pastel|minimal\w*)\b/i,
    "Calmer",
    "Less chroma, lightness kept.",
    ({ l, c, h }) => ({ l, c: c * 0.5, h }),
  );
  const made = changes.map(({ name, description, turn }) => ({
    name,
    description,
    colors: checkPalette(colors.map((colour, index) => oklchToHex(turn(hexToOklch(colour), index)))),
  }));
  return [...made, original, reversed(colors)];
}

function reversed(colors: string[]): Palette {
  const [ground = "#ffffff", primary = "#222222", ...others] = colors;
  const swapped = checkPalette([primary, ground, ...others.slice(0, 2), ground]);
  return { name: "Reversed", description: "Ground and primary change places.", colors: swapped };
}

/** By the shorter way around. */
function towards(from: number, to: number, share: number): number {
  const way = ((to - from + 540) % 360) - 180;
  return (from + way * share + 360) % 360;
}

import { hexToOklch, type Oklch, oklchToHex } from "./colour.ts";
import { checkPalette } from "./roles.ts";

/** One thing that words ask of colours. */
export type ColourChange = {
  /** "Warmer" */
  name: string;
  description: string;
  /** The hue that was named, as it was: "green". */
  hue?: string;
  turn: (colour: Oklch, index: number) => Oklch;
};

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

/** Towards a hue, warmer, darker: whatever of these the words ask for. @param theme may name a hue where they do not */
export function changesIn(words: string, colors: readonly string[], theme = ""): ColourChange[] {
  const named = hues.flatMap(([names, hue]) => {
    const [word] = names.exec(words) ?? names.exec(theme) ?? [];
    return word ? { word, hue } : [];
  })[0];
  const shift = (named?.hue ?? 0) - hexToOklch(colors[1] ?? "#888888").h;
  const newHue: ColourChange = {
    name: "New hue",
    description: "Turned to the hue that was asked for, lightness kept.",
    hue: named?.word.toLowerCase(),
    turn: ({ l, c, h }) => ({ l, c: Math.max(c, l > 0.93 ? c : 0.05), h: (h + shift + 360) % 360 }),
  };
  return [...(named ? [newHue] : []), ...moodsIn(words)];
}

/** "Less dark" and "too dark" ask for the opposite. */
function moodsIn(words: string): ColourChange[] {
  const asked = new Set(
    moods.flatMap(({ asked: pattern, name, opposite }) => {
      const at = words.search(pattern);
      if (at < 0) return [];
      return /\b(?:less|too|not(?: so| as)?)\s+$/i.test(words.slice(0, at)) ? opposite : name;
    }),
  );
  return moods.filter(({ name }) => asked.has(name));
}

const moods: (ColourChange & { asked: RegExp; opposite: string })[] = [
  {
    asked: /\b(warm\w*|cos[iy]\w*|sunn\w*)\b/i,
    name: "Warmer",
    opposite: "Cooler",
    description: "Hues drawn towards orange.",
    turn: ({ l, c, h }) => ({ l, c, h: towards(h, 55, 0.35) }),
  },
  {
    asked: /\b(cool\w*|cold\w*|fresh\w*)\b/i,
    name: "Cooler",
    opposite: "Warmer",
    description: "Hues drawn towards blue.",
    turn: ({ l, c, h }) => ({ l, c, h: towards(h, 245, 0.35) }),
  },
  {
    asked: /\b(dark\w*|deep\w*)\b/i,
    name: "Darker",
    opposite: "Lighter",
    description: "The ground dark, the shapes light.",
    turn: ({ c, h }, index) => ({ l: index === 0 ? 0.2 : 0.72 + index * 0.05, c: index === 0 ? 0.03 : c, h }),
  },
  {
    asked: /\b(light\w*|bright\w*|pale\w*)\b/i,
    name: "Lighter",
    opposite: "Darker",
    description: "The ground light, the shapes fresh.",
    turn: ({ l, c, h }, index) => ({ l: index === 0 ? 0.98 : Math.min(0.62, l + 0.08), c, h }),
  },
  {
    asked: /\b(vibrant|vivid|saturat\w*|bold\w*|strong\w*|energetic)\b/i,
    name: "Stronger",
    opposite: "Calmer",
    description: "More chroma, lightness kept.",
    turn: ({ l, c, h }) => ({ l, c: c * 1.45, h }),
  },
  {
    asked: /\b(muted|calm\w*|soft\w*|subtle|quiet\w*|pastel|minimal\w*)\b/i,
    name: "Calmer",
    opposite: "Stronger",
    description: "Less chroma, lightness kept.",
    turn: ({ l, c, h }) => ({ l, c: c * 0.5, h }),
  },
];

/** Colours with changes made to them one after the other, and their contrasts made good. */
export function turned(colors: readonly string[], changes: readonly ColourChange[]): string[] {
  return checkPalette(
    changes.reduce<readonly string[]>(
      (before, { turn }) => before.map((colour, index) => oklchToHex(turn(hexToOklch(colour), index))),
      colors,
    ),
  );
}

/** By the shorter way around. */
function towards(from: number, to: number, share: number): number {
  const way = ((to - from + 540) % 360) - 180;
  return (from + way * share + 360) % 360;
}

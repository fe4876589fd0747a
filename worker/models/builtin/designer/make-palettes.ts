import { oklchToHex } from "#task-types/design/colour.ts";
import { checkPalette, contrastText } from "#task-types/design/roles.ts";
import { randomFrom } from "../painter/random.ts";
import { type Hue, huesOf, nameHue } from "./theme-hues.ts";

export type Palette = { name: string; description: string; colors: string[] };

/** One way to put a theme's hues together. */
type Scheme = {
  word: string;
  ground: (hue: Hue) => [number, number];
  /** Lightness of primary, secondary, accent. */
  lights: [number, number, number];
  /** Times the theme's own strength. */
  strength: number;
  /** How far the second and third colour turn from the first where the theme has no more of its own. */
  turns: [number, number];
  text: string;
};

const paper = (): [number, number] => [0.975, 0.008];
const white = (): [number, number] => [1, 0];
const mist = (): [number, number] => [0.945, 0.02];
const night = (): [number, number] => [0.2, 0.035];
const deep = ({ c }: Hue): [number, number] => [0.3, Math.min(0.09, c * 0.6)];

const schemes: Scheme[] = [
  { word: "Clear", ground: white, lights: [0.48, 0.62, 0.74], strength: 1, turns: [28, 180], text: "on white" },
  {
    word: "Midnight",
    ground: night,
    lights: [0.76, 0.66, 0.86],
    strength: 0.95,
    turns: [35, 160],
    text: "glowing on near-black",
  },
  { word: "Paper", ground: paper, lights: [0.4, 0.58, 0.7], strength: 0.85, turns: [-30, 150], text: "on warm paper" },
  {
    word: "Deep",
    ground: deep,
    lights: [0.93, 0.78, 0.82],
    strength: 0.6,
    turns: [40, 190],
    text: "light shapes on a deep ground",
  },
  {
    word: "Soft",
    ground: mist,
    lights: [0.55, 0.68, 0.62],
    strength: 0.65,
    turns: [45, -60],
    text: "muted, on a tinted ground",
  },
  {
    word: "Bright",
    ground: white,
    lights: [0.58, 0.66, 0.7],
    strength: 1.25,
    turns: [120, 240],
    text: "strong and even, on white",
  },
  {
    word: "Tonal",
    ground: paper,
    lights: [0.36, 0.54, 0.68],
    strength: 0.9,
    turns: [6, 12],
    text: "one hue in three depths",
  },
  {
    word: "Contrast",
    ground: white,
    lights: [0.32, 0.6, 0.68],
    strength: 1.05,
    turns: [180, 60],
    text: "opposites, on white",
  },
  {
    word: "Dusk",
    ground: night,
    lights: [0.7, 0.6, 0.84],
    strength: 0.8,
    turns: [-45, 45],
    text: "low light, warm and cool",
  },
  {
    word: "Stone",
    ground: mist,
    lights: [0.38, 0.55, 0.6],
    strength: 0.45,
    turns: [20, 170],
    text: "quiet, close to grey",
  },
  {
    word: "Glow",
    ground: deep,
    lights: [0.84, 0.72, 0.9],
    strength: 1.1,
    turns: [70, -70],
    text: "bright on a deep ground",
  },
  {
    word: "Ink",
    ground: white,
    lights: [0.26, 0.5, 0.66],
    strength: 0.8,
    turns: [15, 190],
    text: "nearly black, with one bright accent",
  },
  {
    word: "Morning",
    ground: paper,
    lights: [0.52, 0.7, 0.66],
    strength: 0.9,
    turns: [60, 120],
    text: "fresh, on warm paper",
  },
  {
    word: "Velvet",
    ground: night,
    lights: [0.8, 0.62, 0.74],
    strength: 1.15,
    turns: [110, 200],
    text: "rich on near-black",
  },
  {
    word: "Field",
    ground: mist,
    lights: [0.44, 0.6, 0.66],
    strength: 0.8,
    turns: [-70, 140],
    text: "grounded, on a tinted ground",
  },
];

/** Palettes of five colours (ground, primary, secondary, accent, ink) that follow a theme, each with a name of its own. */
export function makePalettes(theme: string, count: number): { palettes: Palette[]; isGuess: boolean } {
  const random = randomFrom(theme.toLowerCase());
  const { hues, isGuess } = huesOf(theme, random.next());
  // A theme that speaks of the dark begins with the dark.
  const isDark =
    /\b(night|midnight|space|cosmic|neon|cyber\w*|dark(?! (?:red|green|teal|blue|purple|violet|brown)))\b/i.test(theme);
  const ordered = isDark ? schemes.toSorted((left, right) => Number(isLight(left)) - Number(isLight(right))) : schemes;
  // "Dark green and gold" is a ground and what stands on it.
  const deep = /\b(?:dark|deep)\s+(?:\w+\s+)?(?:red|green|teal|blue|purple|violet|brown|crimson|emerald)\b/i.test(
    theme,
  );
  const first = deep && hues.length > 1 ? schemes.filter(({ word }) => word === "Deep") : [];
  const palettes = [...first, ...ordered.filter((scheme) => !first.includes(scheme))]
    .slice(0, count)
    .map((scheme, index) => paletteOf(scheme, index === 0 && deep ? inTheirColours(hues) : hues, index, deep));
  return { palettes, isGuess };
}

function isLight({ ground }: Scheme): boolean {
  return ground({ h: 0, c: 0.1, name: "" })[0] > 0.5;
}

/** On a deep ground of the first hue the second one is the mark's, light enough to be seen as itself. */
function inTheirColours([first, second = first, ...others]: [Hue, ...Hue[]]): [Hue, ...Hue[]] {
  return [first, { ...second, l: 0.8 }, ...others];
}

/** Dark orange is brown and dark yellow olive: warm hues stay as light as their contrast on a light ground allows. */
const lightestOnLight = 0.655;
const isWarm = ({ h, c }: Hue) => h > 38 && h < 118 && c > 0.1;
const isYellow = ({ h, c }: Hue) => h > 84 && h < 118 && c > 0.1;

function lightnessOf(hue: Hue, scheme: Scheme, light: number, isLightGround: boolean): number {
  if (!isLightGround) return Math.max(light, hue.l ?? 0);
  if (hue.l !== undefined) return hue.l;
  // Schemes of depth keep it: their umber and ochre are meant.
  return isWarm(hue) && scheme.lights[0] > 0.42 ? Math.max(light, lightestOnLight) : light;
}

function paletteOf(scheme: Scheme, all: [Hue, ...Hue[]], index: number, isDeep: boolean): Palette {
  const isLightGround = isLight(scheme);
  // Yellow on white is olive: another hue leads there, where the theme has one.
  const [own] = all;
  const hues = isLightGround && isYellow(all[index % all.length] ?? own) ? yellowLast(all) : all;
  // Each palette leads with another of the theme's hues, so that all of them are seen.
  const lead = hues[index % hues.length] ?? hues[0];
  const second =
    hues.length > 1
      ? (hues[(index + 1) % hues.length] ?? lead)
      : nameHue((lead.h + scheme.turns[0] + 360) % 360, lead.c);
  const third =
    hues.length > 2
      ? (hues[(index + 2) % hues.length] ?? lead)
      : nameHue((lead.h + scheme.turns[1] + 360) % 360, Math.max(0.08, lead.c));
  // Alone it is the ground itself, with dark shapes on it.
  const isSunny = isLightGround && isYellow(lead);
  const [groundLight, groundChroma] = isSunny
    ? [scheme.ground(lead)[0] - 0.09, 0.165 * scheme.strength]
    : scheme.ground(lead);
  const ground = oklchToHex({ l: groundLight, c: groundChroma, h: lead.h });
  const dark = { ...lead, c: 0.07, l: 0.3 };
  const painted = isSunny
    ? [dark, second, third]
    : isDeep && index === 0
      ? [second, lead, third]
      : [lead, second, third];
  const shapes = painted.map((hue, at) => {
    const l = lightnessOf(
      hue,
      scheme,
      at === 0 && hue.l && !isLightGround ? hue.l : (scheme.lights[at] ?? 0.5),
      isLightGround,
    );
    return oklchToHex({ l, c: hue.c * (at === 0 && isDeep && index === 0 ? 1 : scheme.strength), h: hue.h });
  });
  const ink = oklchToHex(groundLight > 0.5 ? { l: 0.22, c: 0.03, h: lead.h } : { l: 0.97, c: 0.012, h: lead.h });
  const colors = checkPalette([ground, ...shapes, ink]);
  const [on = ground, primary = ink] = colors;
  const others = [...new Set([second.name, third.name])].filter((name) => name !== lead.name);
  return {
    name: `${scheme.word} ${lead.name}${others[0] ? ` and ${others[0]}` : ""}`,
    description: `${capital(lead.name)}${others.length > 0 ? ` with ${others.join(" and ")}` : ""}, ${isSunny ? "as the ground of dark shapes" : scheme.text}. Primary on ground ${contrastText(primary, on)}, letters ${contrastText(colors[4] ?? ink, on)}.`,
    colors,
  };
}

/** Grey leads no more gladly than yellow. */
const leadsLast = (hue: Hue) => isYellow(hue) || hue.c < 0.03;

function yellowLast(hues: [Hue, ...Hue[]]): [Hue, ...Hue[]] {
  return hues.toSorted((left, right) => Number(leadsLast(left)) - Number(leadsLast(right))) as [Hue, ...Hue[]];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

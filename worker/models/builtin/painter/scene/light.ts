import type { Tones } from "./motif.ts";
import type { Hour, Scene } from "./read-scene.ts";

/** The colours of a scene: what the hour and the place do to everything. */
export type Light = {
  sky: [string, string, string];
  glow: string;
  far: string;
  middle: string;
  near: string;
  water: [string, string];
  tones: Tones;
  /** What the hour makes of a colour. */
  dim: (colour: string) => string;
};

const skies: Record<Hour, [string, string, string]> = {
  dawn: ["#3f5f8f", "#e8a58d", "#fbdfa8"],
  day: ["#4d9bd1", "#9fd0e6", "#e9f3ee"],
  dusk: ["#3a2f5c", "#c4566a", "#f6b063"],
  night: ["#0a1230", "#18285a", "#3a5286"],
};
const glows: Record<Hour, string> = { dawn: "#fff0c4", day: "#fff6d8", dusk: "#ffd58a", night: "#f1f0df" };
const waters: Record<Hour, [string, string]> = {
  dawn: ["#d99a8b", "#35557f"],
  day: ["#66b3c9", "#1f6f93"],
  dusk: ["#c86970", "#33305f"],
  night: ["#2c4677", "#0d1838"],
};
const grounds: Record<string, [string, string, string]> = {
  hills: ["#8fb7a2", "#6fa363", "#4a7f45"],
  forest: ["#7fa596", "#4f8562", "#2e5a3e"],
  mountains: ["#8ea3bd", "#5f7a70", "#46654a"],
  desert: ["#e0b98a", "#d69c5e", "#b97a42"],
  snow: ["#c2d5e4", "#dfeaf1", "#f6fafc"],
  sea: ["#8ba6b4", "#7a8f6d", "#5b7450"],
  street: ["#93a5b8", "#7d8894", "#5d6670"],
  space: ["#3a2f5c", "#5a4a78", "#7b6a94"],
  underwater: ["#2b8fa3", "#1c6c86", "#0f4a66"],
  studio: ["#e9dfd0", "#d8c6ae", "#b99c7c"],
};
const veils: Record<Hour, [string, number]> = {
  dawn: ["#c98a86", 0.24],
  day: ["#ffffff", 0],
  dusk: ["#5b2f57", 0.34],
  night: ["#0c1738", 0.62],
};

const usualTones: Tones = {
  a: "#c8503c",
  b: "#2f6f8f",
  c: "#f0b64a",
  dark: "#2b2f3a",
  light: "#f6f0e4",
  skin: "#d9a27c",
};

/** @param theme colours of a film's theme, which things then wear: two of their own and an accent */
export function lightOf({ hour, setting }: Scene, theme?: readonly string[]): Light {
  const [veil, share] = veils[hour];
  const [far, middle, near] = (grounds[setting] ?? grounds.hills ?? ["#888888", "#777777", "#666666"]).map((colour) =>
    mix(colour, veil, share),
  ) as [string, string, string];
  const [a = usualTones.a, b = usualTones.b, c = usualTones.c] = theme ?? [];
  const dim = (colour: string) => mix(colour, veil, share * 0.55);
  const { dark, light, skin } = usualTones;
  return {
    sky: setting === "space" ? ["#070b22", "#151a44", "#2c2560"] : skies[hour],
    glow: glows[hour],
    far: mix(far, skies[hour][2], 0.35),
    middle,
    near,
    water: waters[hour],
    dim,
    tones: { a: dim(a), b: dim(b), c, dark, light: dim(light), skin: dim(skin) },
  };
}

/** @param share 0 is the first colour, 1 the second */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const [left, right] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((left ?? 0) * (1 - share) + (right ?? 0) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

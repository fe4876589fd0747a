import type { Palette } from "./draw-variations.ts";
import { checkPalette, contrastText } from "./roles.ts";
import { changesIn, turned } from "./turn-palette.ts";

export type RevisedPalette = { palette: Palette; warnings: string[] };

const places = [
  /\b(?:back ?)?ground\b/i,
  /\b(?:primary|main|first)\b/i,
  /\bsecond(?:ary)?\b/i,
  /\baccent\b/i,
  /\b(?:letters?|text|ink|name)\b/i,
];

/**
 * A palette as words ask for it: colours that they give by value, a hue that they name, warmer, darker. Null where they ask
 * for nothing of the kind.
 */
export function revisePalette({ name, colors: before }: Palette, words: string): RevisedPalette | null {
  const given = coloursIn(words);
  const changes = changesIn(words, before);
  if (given.size === 0 && changes.length === 0) return null;
  const wished = turned(before, changes).map((colour, index) => given.get(index) ?? colour);
  const colors = checkPalette(wished);
  const warnings = [...given].flatMap(([index, hex]) => {
    const [colour, ground] = [colors[index], colors[0] ?? hex];
    return colour === undefined || colour === hex
      ? []
      : [`${hex} would not stand out from the ground ${ground} well enough; it became ${colour}.`];
  });
  const [ground = "#ffffff", primary = "#222222"] = colors;
  const hue = changes.flatMap((change) => change.hue ?? [])[0];
  const moods = changes.flatMap((change) => (change.hue ? [] : change.name.toLowerCase()));
  const steps = [...(given.size > 0 ? ["own colours"] : []), ...moods];
  const [stem = name] = name.split(", ");
  return {
    palette: {
      name: [hue ? capital(hue) : stem, steps.join(" and ")].filter(Boolean).join(", ").slice(0, 70),
      description: [
        ...(given.size > 0 ? [`With ${[...given.values()].join(" and ")}.`] : []),
        ...changes.map(({ description }) => description),
        `Primary on ground ${contrastText(primary, ground)}, letters ${contrastText(colors[4] ?? primary, ground)}.`,
      ].join(" "),
      colors,
    },
    warnings,
  };
}

/** "#0a5cff as the accent" → accent; a value whose place nobody says is the primary's. */
function coloursIn(words: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const clause of words.split(/[;,.\n]|\band\b/i)) {
    const hex = /#[0-9a-f]{6}\b/i.exec(clause)?.[0].toLowerCase();
    if (!hex) continue;
    const place = places.findIndex((named) => named.test(clause));
    found.set(place < 0 ? 1 : place, hex);
  }
  return found;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

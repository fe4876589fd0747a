/** A colour that a theme speaks of: its hue in OKLCH, how strong, and its name. */
export type Hue = {
  h: number;
  c: number;
  name: string;
  /** How light it is where its name says so: navy is dark wherever it stands. */
  l?: number;
};

const hue = (h: number, c: number, name: string, l?: number): Hue => ({ h, c, name, ...(l !== undefined && { l }) });

/** Colours by name, then by what people mean when they speak of things and moods. */
const words: [RegExp, Hue[]][] = [
  [/\b(red|crimson|scarlet|ruby|cherry)\b/i, [hue(27, 0.19, "crimson")]],
  [/\b(orange|tangerine|apricot)\b/i, [hue(52, 0.17, "orange")]],
  [/\b(yellow|lemon|sunny|canary)\b/i, [hue(96, 0.16, "yellow")]],
  [/\b(gold\w*|brass|honey|amber)\b/i, [hue(80, 0.13, "gold")]],
  [/\b(green|emerald|olive|sage|mint|lime)\b/i, [hue(150, 0.13, "green")]],
  [/\b(teal|turquoise|cyan|aqua)\b/i, [hue(195, 0.11, "teal")]],
  [/\bnavy\b/i, [hue(262, 0.11, "navy", 0.33)]],
  [/\bsky[- ]blues?\b/i, [hue(236, 0.12, "sky", 0.63)]],
  [/\b(?<!sky[- ])(blues?|cobalt|azure|sapphire|indigo)\b/i, [hue(256, 0.17, "blue")]],
  [/\b(purples?|violet|lavender|plum|amethyst|lilac)\b/i, [hue(300, 0.17, "violet")]],
  [/\b(pink|magenta|fuchsia|blush)\b/i, [hue(355, 0.16, "rose")]],
  [/\b(brown|chocolate|mocha|bronze|copper|rust|terracotta)\b/i, [hue(48, 0.09, "umber")]],
  [/\b(charcoal|anthracite)\b/i, [hue(260, 0.012, "charcoal", 0.32)]],
  [/\b(black|white|monochrom\w*|gr[ae]y\w*|silver|neutral\w*)\b/i, [hue(260, 0.012, "graphite")]],
  [
    /\b(ocean|sea|marine|water|coast\w*|beach|nautical|wave\w*)\b/i,
    [hue(235, 0.12, "ocean"), hue(195, 0.1, "lagoon"), hue(85, 0.06, "sand")],
  ],
  [
    /\b(forest|nature|natural|organic|eco\w*|earth\w*|botanic\w*|garden|plant\w*|sustainab\w*|herb\w*)\b/i,
    [hue(150, 0.11, "forest"), hue(125, 0.11, "moss"), hue(60, 0.07, "bark")],
  ],
  [
    /\b(sunset|sunrise|dawn|dusk|desert|summer|tropical|warm\w*)\b/i,
    [hue(38, 0.16, "coral"), hue(68, 0.15, "amber"), hue(330, 0.12, "dusk")],
  ],
  [
    /\b(autumn|fall|harvest|rustic|wood\w*|vintage|retro|heritage)\b/i,
    [hue(40, 0.13, "russet"), hue(75, 0.12, "ochre"), hue(140, 0.06, "pine")],
  ],
  [
    /\b(winter|ice|icy|cool|snow|frost|nordic|scandinav\w*|alpine)\b/i,
    [hue(240, 0.08, "glacier"), hue(215, 0.06, "frost"), hue(265, 0.09, "slate")],
  ],
  [
    /\b(tech\w*|digital|futur\w*|cyber\w*|software|startup|modern|ai|data|innovat\w*)\b/i,
    [hue(262, 0.18, "cobalt"), hue(292, 0.18, "violet"), hue(195, 0.12, "cyan")],
  ],
  [
    /\b(neon|electric|vibrant|energetic|bold|pop|arcade|dynamic)\b/i,
    [hue(330, 0.22, "magenta"), hue(200, 0.14, "cyan"), hue(110, 0.2, "lime")],
  ],
  [
    /\b(luxur\w*|elegant|premium|royal|sophisticat\w*|jewel\w*|exclusive)\b/i,
    [hue(82, 0.1, "gold"), hue(310, 0.09, "aubergine"), hue(260, 0.05, "onyx")],
  ],
  [
    /\b(playful|kids?|child\w*|fun|candy|cheerful|toy\w*|joy\w*)\b/i,
    [hue(25, 0.18, "tomato"), hue(90, 0.16, "sunshine"), hue(235, 0.14, "sky")],
  ],
  [
    /\b(pastel|soft|gentle|baby|delicate|calm\w*|spa|serene|dream\w*)\b/i,
    [hue(355, 0.08, "blush"), hue(290, 0.07, "lavender"), hue(170, 0.06, "mint")],
  ],
  [
    /\b(corporate|professional|trust\w*|financ\w*|bank\w*|business|consult\w*|legal|law)\b/i,
    [hue(255, 0.11, "navy"), hue(230, 0.08, "steel"), hue(170, 0.08, "viridian")],
  ],
  [
    /\b(health\w*|medic\w*|clinic\w*|wellness|care|pharma\w*|dental)\b/i,
    [hue(190, 0.1, "aqua"), hue(160, 0.1, "jade"), hue(245, 0.11, "azure")],
  ],
  [
    /\b(coffee|bak\w+|bread|chocolate|caf[eé]|kitchen|cozy|cosy|wine|restaurant)\b/i,
    [hue(45, 0.08, "espresso"), hue(68, 0.1, "caramel"), hue(20, 0.12, "brick")],
  ],
  [
    /\b(fire|passion\w*|hot|spic\w+|energy|power\w*|sport\w*|racing)\b/i,
    [hue(28, 0.2, "ember"), hue(60, 0.17, "flame"), hue(260, 0.03, "carbon")],
  ],
  [
    /\b(space|cosmic|galaxy|night|midnight|dark|mystic\w*|magic\w*)\b/i,
    [hue(275, 0.15, "midnight"), hue(305, 0.16, "nebula"), hue(200, 0.1, "aurora")],
  ],
  [
    /\b(spring|flor\w+|flower\w*|romantic|wedding|feminine|beauty|rose)\b/i,
    [hue(10, 0.13, "rose"), hue(330, 0.11, "peony"), hue(140, 0.08, "leaf")],
  ],
  [
    /\b(industrial|metal\w*|concrete|urban|street|minimal\w*)\b/i,
    [hue(250, 0.03, "steel"), hue(60, 0.12, "safety orange"), hue(220, 0.05, "concrete")],
  ],
];

/** The hues of a theme, first named first; a theme that names none has those that its words fall upon. */
export function huesOf(theme: string, chance: number): { hues: [Hue, ...Hue[]]; isGuess: boolean } {
  const found = words
    .flatMap(([pattern, hues]) => {
      const at = theme.search(pattern);
      return at < 0 ? [] : [{ at, hues }];
    })
    .sort((left, right) => Number(right.hues.length === 1) - Number(left.hues.length === 1) || left.at - right.at)
    .flatMap(({ hues }) => hues);
  const distinct = found.filter(
    (each, index) =>
      found.findIndex((other) => distance(other.h, each.h) < 14 && Math.abs(other.c - each.c) < 0.08) === index,
  );
  const [first, ...others] = distinct;
  if (first) return { hues: [first, ...others], isGuess: false };
  const start = chance * 360;
  return { hues: [0, 140, 220].map((turn) => nameHue((start + turn) % 360, 0.14)) as [Hue, ...Hue[]], isGuess: true };
}

const wheel: [number, string][] = [
  [10, "rose"],
  [27, "crimson"],
  [45, "vermilion"],
  [62, "orange"],
  [82, "amber"],
  [100, "yellow"],
  [122, "lime"],
  [148, "green"],
  [168, "jade"],
  [192, "teal"],
  [215, "cyan"],
  [240, "azure"],
  [262, "cobalt"],
  [280, "indigo"],
  [302, "violet"],
  [325, "orchid"],
  [350, "magenta"],
];

export function nameHue(h: number, c: number): Hue {
  const [nearest] = wheel.toSorted(([left], [right]) => distance(left, h) - distance(right, h));
  return { h, c, name: c < 0.03 ? "graphite" : (nearest?.[1] ?? "grey") };
}

function distance(left: number, right: number): number {
  const around = Math.abs(left - right) % 360;
  return Math.min(around, 360 - around);
}

import type { Random } from "./random.ts";

export type Palette = {
  /** Behind the title. */
  paper: string;
  /** The title itself; at least 7:1 on paper. */
  ink: string;
  /** Small letters; at least 4.5:1 on paper. */
  quiet: string;
  /** Behind the composition. */
  ground: string;
  shapes: readonly [string, string, string, string];
};

const palette = (paper: string, ink: string, quiet: string, ground: string, shapes: Palette["shapes"]): Palette => ({
  paper,
  ink,
  quiet,
  ground,
  shapes,
});

/** Palettes by what the words of an article are about; the first theme with a word in common wins. */
const themes: { words: RegExp; palettes: readonly [Palette, ...Palette[]] }[] = [
  {
    words:
      /\b(sea|seagrass|ocean|water|tide|tidal|estuar\w*|coast\w*|river|harbou?r|rain|lake|marine|fish\w*|meer|wasser|küste)\b/i,
    palettes: [
      palette("#f4f1ea", "#10313a", "#4b6a70", "#0f4c5c", ["#e9c46a", "#5fa8a0", "#1b7a8c", "#f4efe3"]),
      palette("#0e2a36", "#f5f0e3", "#a9c3c4", "#123f4d", ["#6fb7b0", "#e6b566", "#2a7f92", "#dcebe6"]),
    ],
  },
  {
    words:
      /\b(forest|garden|plant\w*|soil|climate|nature|farm\w*|ecolog\w*|tree|green|wald|garten|umwelt|pflanz\w*)\b/i,
    palettes: [
      palette("#f5f2e8", "#1f3a2b", "#5a6f5c", "#2f5d45", ["#d9a441", "#8fb37a", "#c7d8b6", "#efe6cf"]),
      palette("#18301f", "#f3efdd", "#b4c4a6", "#22462f", ["#a7c379", "#e3b04b", "#5c8f5f", "#efe4c4"]),
    ],
  },
  {
    words: /\b(bread|bak\w+|food|kitchen|cook\w*|recipe|restaurant|coffee|sourdough|wine|brot|küche|essen)\b/i,
    palettes: [
      palette("#fbf4e9", "#3d2314", "#7d5e48", "#b5542d", ["#f0b65a", "#7a2e1d", "#f7dcae", "#e58a4b"]),
      palette("#2e1a14", "#fbeedb", "#d3b59b", "#5a2a1c", ["#e8a04c", "#c2572f", "#f4d6a0", "#8c3d22"]),
    ],
  },
  {
    words:
      /\b(revenue|cost\w*|market\w*|financ\w*|sales|price\w*|budget|invest\w*|business|econom\w*|logistic\w*|warehouse|umsatz|kosten|markt)\b/i,
    palettes: [
      palette("#f6f4ef", "#1b2a41", "#5b6678", "#1b2a41", ["#e07a5f", "#f2cc8f", "#81b29a", "#f4f1de"]),
      palette("#17223a", "#f6f2e7", "#aeb7c9", "#22335a", ["#f2b263", "#7fa6d9", "#e26d5a", "#e9e4d4"]),
    ],
  },
  {
    words:
      /\b(software|code|data|api|cloud|ai|model\w*|comput\w*|server|security|database|digital\w*|tech\w*|develop\w*)\b/i,
    palettes: [
      palette("#f3f3f8", "#20204a", "#5f5f86", "#2b2a6b", ["#ff8a5b", "#7d7af0", "#39c2b3", "#e6e4ff"]),
      palette("#14142e", "#f1f0ff", "#a9a8cf", "#1e1d4a", ["#6c63ff", "#ff9166", "#38c6b4", "#d8d5ff"]),
    ],
  },
  {
    words: /\b(health|care|sleep|patient\w*|medic\w*|hospital|sport|body|mental|wellness|gesund\w*|pflege)\b/i,
    palettes: [
      palette("#fbf3f1", "#43203a", "#7d5a72", "#8d3b72", ["#f2a07b", "#f7cdb8", "#c9789d", "#fbe9dc"]),
      palette("#f1f6f5", "#173f41", "#54777a", "#2c7a78", ["#f4a58a", "#bfe0d6", "#f8dcc6", "#74b8ae"]),
    ],
  },
  {
    words: /\b(work\w*|team\w*|employee\w*|meeting\w*|office|manager\w*|leader\w*|people|hiring|career|arbeit\w*)\b/i,
    palettes: [
      palette("#f7f3ec", "#2a2440", "#67607d", "#4a3f77", ["#f0a860", "#e4685d", "#b9addb", "#f6e7cf"]),
      palette("#fdf6e8", "#2b2b38", "#6d6a76", "#e0573e", ["#2f3b5c", "#f6c453", "#f9e6c8", "#8fb8b0"]),
    ],
  },
];

const anyOther: readonly [Palette, ...Palette[]] = [
  palette("#f6f1e7", "#26231f", "#6b645a", "#c8553d", ["#28464b", "#f3c98b", "#f7ead2", "#8fa998"]),
  palette("#f2f0ec", "#222838", "#646b7c", "#2d4b73", ["#e9b44c", "#d8e2dc", "#9fb8c8", "#d1603d"]),
  palette("#1f2430", "#f4efe4", "#b3b5bd", "#2b3446", ["#e76f51", "#e9c46a", "#6fa8a0", "#f1e9d8"]),
];

/** The colours of an article: by what it is about, then by its seed. */
export function choosePalette(words: string, random: Random): Palette {
  const theme = themes.find((each) => each.words.test(words));
  return random.pick(theme?.palettes ?? anyOther);
}

export type FilmTheme = {
  /** What things in pictures wear. */
  colours: [string, string, string];
  /** Behind words, and what shots fade to. */
  ground: string;
  ink: string;
  accent: string;
};

const theme = (colours: [string, string, string], ground: string, ink: string, accent: string): FilmTheme => ({
  colours,
  ground,
  ink,
  accent,
});

const themes: Record<string, FilmTheme> = {
  modern: theme(["#e4572e", "#2e6f95", "#f3b61f"], "#10202b", "#f7f7f2", "#f3b61f"),
  elegant: theme(["#8c6a4f", "#4b5563", "#d4b483"], "#1d1a1a", "#f6efe4", "#d4b483"),
  corporate: theme(["#1f5fa8", "#47617e", "#57a6a1"], "#0f2036", "#f4f8fc", "#6fb6e8"),
  playful: theme(["#ef5b5b", "#3aa6b9", "#ffd23f"], "#2b2058", "#fffaf0", "#ffd23f"),
  dark: theme(["#b5483d", "#3d5a80", "#e0a458"], "#0b0d12", "#e9ebf0", "#e0a458"),
  minimal: theme(["#3c4653", "#8a98a8", "#c9b79c"], "#f4f1ea", "#1f2933", "#8a6f47"),
  nature: theme(["#c8693f", "#3f7d58", "#e6b54a"], "#16281e", "#f3f1e4", "#e6b54a"),
  vintage: theme(["#a4472d", "#5c6b57", "#d9a441"], "#2c211a", "#f5e9d3", "#d9a441"),
  vibrant: theme(["#ff3d68", "#5b3df5", "#ffc400"], "#190b3a", "#ffffff", "#ffc400"),
  tech: theme(["#6c63ff", "#1fb6c1", "#ff9166"], "#0d0f2b", "#f0f1ff", "#39d0c4"),
};

const kin: [string, RegExp][] = [
  ["elegant", /luxur|classic|wedding|royal|sophisticat|gold/i],
  ["corporate", /business|professional|financ|formal|office/i],
  ["playful", /kids?|child|fun|cartoon|school|educat|colou?rful/i],
  ["dark", /night|noir|dramatic|cinematic|horror|black/i],
  ["minimal", /simple|clean|light|white|plain/i],
  ["nature", /green|eco|organic|forest|outdoor|earth/i],
  ["vintage", /retro|old|sepia|histor|antique/i],
  ["vibrant", /bold|bright|neon|energetic|pop|dynamic/i],
  ["tech", /technolog|futur|digital|cyber|sci-?fi|data/i],
];

/**
 * The theme of that name, one made of the given colours for `custom`, or the nearest.
 * @returns with `substitute` set to what stands in for a theme that is not to be had
 */
export function chooseTheme(
  name: string,
  custom: readonly string[] = [],
): { theme: FilmTheme; substitute: string | null } {
  const plain = themes.modern as FilmTheme;
  const wanted = name.trim().toLowerCase();
  if (wanted === "custom" && custom[0]) {
    const [a = plain.colours[0], b = custom[0], c = custom[0]] = custom;
    return { theme: { ...plain, colours: [a, b, c], ground: darkOf(a), accent: c }, substitute: null };
  }
  const exact = themes[wanted];
  if (exact) return { theme: exact, substitute: null };
  const nearest = kin.find(([, words]) => words.test(wanted))?.[0] ?? "modern";
  return { theme: themes[nearest] ?? plain, substitute: nearest };
}

/** A shade of a colour on which light letters can be read. */
function darkOf(colour: string): string {
  const channel = (at: number) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.22);
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
}

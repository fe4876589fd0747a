import { buildings } from "./buildings.ts";
import { emblems } from "./emblems.ts";
import type { Motif } from "./motif.ts";
import { nature } from "./nature.ts";
import { people } from "./people.ts";
import { things } from "./things.ts";
import { vehicles } from "./vehicles.ts";

type Setting =
  | "sea"
  | "mountains"
  | "forest"
  | "desert"
  | "snow"
  | "space"
  | "underwater"
  | "hills"
  | "street"
  | "studio";
export type Hour = "dawn" | "day" | "dusk" | "night";
type Weather = "clear" | "cloudy" | "rain" | "snow" | "fog";

export type Subject = { motif: Motif; count: number; colour: string | null };

export type Scene = {
  setting: Setting;
  /** Whether a cliff or an island rises from it. */
  cliff: boolean;
  hour: Hour;
  weather: Weather;
  moon: boolean;
  rainbow: boolean;
  subjects: Subject[];
  /** Nothing in the words names what could be drawn. */
  isEmpty: boolean;
};

const motifs = [...buildings, ...vehicles, ...nature, ...people, ...things, ...emblems];

const settings: [Setting, RegExp][] = [
  ["underwater", /\b(underwater|seabed|coral|reef|shoal|seagrass|ocean floor|deep sea)\b/i],
  ["space", /\b(space|galaxy|cosmos|universe|orbit\w*|astronaut|mars|asteroid|comet|solar system|nebula)\b/i],
  [
    "sea",
    /\b(sea|ocean|coast\w*|shore|beach|harbou?r|bay|lake|river|canal|tide\w*|tidal|estuar\w*|island|waves?|port|pond|water|cliffs?|quay|lagoon)\b/i,
  ],
  ["snow", /\b(snow\w*|winter|ice|icy|arctic|antarctic\w*|glacier|polar|frozen)\b/i],
  ["desert", /\b(desert|dunes?|sahara|sand|oasis|canyon|savanna\w*)\b/i],
  ["mountains", /\b(mountains?|peaks?|alps|alpine|summit|himalaya\w*|volcano|ridge|highlands?)\b/i],
  ["forest", /\b(forests?|woods?|woodland|jungle|rainforest|grove|trees)\b/i],
  ["street", /\b(street|road|city|town|avenue|square|downtown|traffic|village|skyline|market)\b/i],
  [
    "hills",
    /\b(hills?|fields?|meadows?|valley|countryside|farm\w*|garden|park|landscape|prairie|vineyard|pasture|orchard)\b/i,
  ],
];

const hours: [Hour, RegExp][] = [
  ["night", /\b(night|midnight|moon\w*|stars?|starry|dark|nocturnal)\b/i],
  ["dawn", /\b(dawn|sunrise|morning|daybreak|first light|aurora)\b/i],
  ["dusk", /\b(dusk|sunset|twilight|evening|golden hour|autumn)\b/i],
];

const weathers: [Weather, RegExp][] = [
  ["snow", /\b(snowing|snowfall|blizzard|snowy)\b/i],
  ["rain", /\b(rain\w*|storm\w*|drizzle|thunder\w*|umbrella)\b/i],
  ["fog", /\b(fog\w*|mist\w*|haz[ey]\w*)\b/i],
  ["cloudy", /\b(clouds?|cloudy|overcast)\b/i],
];

const colours: Record<string, string> = {
  red: "#c8402f",
  orange: "#e2812f",
  yellow: "#eebb3a",
  golden: "#e0a92e",
  green: "#3f8f5b",
  blue: "#2f6fb0",
  purple: "#7a4fa3",
  violet: "#7a4fa3",
  pink: "#df7f9f",
  brown: "#7d5236",
  black: "#26262c",
  white: "#f6f3ec",
  grey: "#8a8f98",
  gray: "#8a8f98",
  turquoise: "#2aa6a1",
  teal: "#1f7d80",
};
const numbers = ["one", "two", "three", "four", "five", "six"];

/**
 * What a description asks to be seen: place, hour, weather and things, without what is to be left out.
 * @param around what is told before and after it, nearest first: the things of one that names none itself
 */
export function readScene(prompt: string, negative = "", around: readonly string[] = []): Scene {
  const left = (words: RegExp) => words.test(prompt) && !words.test(negative);
  const own = readSubjects(prompt, negative);
  const place = settings.find(([, words]) => left(words))?.[0];
  const lent = own.length > 0 || place ? null : lentBy(around, negative);
  const subjects = lent?.subjects ?? own;
  const named = lent ? lent.place : place;
  const hour = hours.find(([, words]) => left(words))?.[0];
  const weather = weathers.find(([, words]) => left(words))?.[0] ?? "clear";
  return {
    // An hour or a weather that was named alone is seen in open country.
    setting: named ?? (subjects.length === 0 && (hour || weather !== "clear") ? "hills" : settingFor(subjects)),
    cliff: left(/\b(cliffs?|island|headland|rocks?|promontory)\b/i) || (named === "sea" && subjects.some(isOnLand)),
    hour: hour ?? "day",
    weather,
    moon: left(/\b(moon\w*)\b/i),
    rainbow: left(/\brainbows?\b/i),
    subjects,
    isEmpty: subjects.length === 0 && !named && !hour && weather === "clear",
  };
}

function lentBy(around: readonly string[], negative: string) {
  for (const text of around) {
    const subjects = readSubjects(text, negative).slice(0, 2);
    const place = settings.find(([, words]) => words.test(text) && !words.test(negative))?.[0];
    if (subjects.length > 0 || place) return { subjects, place };
  }
  return null;
}

function isOnLand({ motif }: Subject): boolean {
  return motif.place === "ground" && !motif.words.startsWith("bridge") && !motif.words.startsWith("gate");
}

/** Where things stand that were named without a place. */
function settingFor(subjects: Subject[]): Setting {
  const places = new Set(subjects.map(({ motif }) => motif.place));
  if (places.has("water")) return "sea";
  if (subjects.some(({ motif }) => motif.words.startsWith("skyscraper"))) return "street";
  return places.has("ground") || places.has("sky") ? "hills" : "studio";
}

/** In the order of the words, at most four kinds: more would crowd the picture. */
function readSubjects(prompt: string, negative: string): Subject[] {
  const inSpace = /\b(space|galaxy|solar system|orbit\w*)\b/i.test(prompt);
  const found = motifs.flatMap((motif) => {
    // Planets are the backdrop there.
    if (inSpace && motif.words.startsWith("globe")) return [];
    const pattern = new RegExp(`((?:[\\w-]+\\s+){0,3})\\b(${motif.words})(s|es)?\\b`, "i");
    const match = pattern.exec(prompt);
    if (!match || new RegExp(`\\b(?:${motif.words})(?:s|es)?\\b`, "i").test(negative)) return [];
    const before = (match[1] ?? "").toLowerCase().split(/\s+/);
    const colour = before.flatMap((word) => colours[word] ?? []).at(-1) ?? null;
    // A pair of gates, and a pair of doors, are drawn as one.
    const at = match.index + (match[1] ?? "").length;
    return [
      {
        at,
        end: match.index + match[0].length,
        motif,
        colour,
        count: motif.words.startsWith("gate|") ? 1 : countIn(before, match[3] !== undefined),
      },
    ];
  });
  const ordered = found.sort((left, right) => left.at - right.at);
  // "Worker bees" and a "school bus" are bees and a bus: the first word says of what kind.
  const heads = ordered.filter(({ end, count, motif }, index) => {
    const next = ordered[index + 1];
    return !next || next.at !== end + 1 || count > 1 || next.motif.place === motif.place;
  });
  // "Pine trees" are one thing: the second word says how many.
  const merged = heads.filter(({ at, count }, index) => {
    const before = heads[index - 1];
    if (!before || at > before.end + 1 || before.motif.place !== heads[index]?.motif.place) return true;
    before.count = Math.max(before.count, count);
    return false;
  });
  return merged.slice(0, 4).map(({ motif, colour, count }) => ({ motif, colour, count }));
}

function countIn(before: string[], isPlural: boolean): number {
  const said = before
    .flatMap((word) => numbers.indexOf(word) + 1 || Number(/^[1-6]$/.exec(word)?.[0] ?? 0) || [])
    .at(-1);
  return said ?? (isPlural ? 3 : 1);
}

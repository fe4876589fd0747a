import * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import { languageCode } from "#task-types/text/language.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";

const inputSchema = z.object({
  story: z.string(),
  material: z.string().nullable(),
  /** "maximum": as many as the text gives. */
  segments: z.union([z.int(), z.literal("maximum")]),
  title: z.string().nullable().default(null),
  language: z.string(),
});

const most = 50;
/** Words of a segment that is left to the text itself. */
const comfortable = 14;

/** A wish rather than a story: what it is about follows. */
const wish =
  /^\s*(?:please\s+)?(?:create|make|produce|generate|write|prepare|build|show|explain|give|i (?:want|need|would like))\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:[\w-]+\s+){0,4}?(?:video|film|clip|animation|lesson|movie|story|explainer|presentation|course|tutorial)?\s*(?:about|on|of|that (?:explains|shows|covers|describes)|explaining|showing|covering|describing|how|for)\s+/i;

/** A script in the words that were given: cut into segments, nothing added. */
export function writeFilmScript(input: JsonObject): JsonObject {
  const { story, material, segments, title, language } = inputSchema.parse(input);
  const code = languageCode(language);
  const isWish = wish.test(story) && splitSentences(story, code).length <= 2;
  const words = material?.trim() && (isWish || countWords(story) < 40) ? material : story;
  const text = plain(isWish && words === story ? capital(story.replace(wish, "").trim()) : words);
  const units = splitSentences(text, code);
  const wanted = segments === "maximum" ? Math.min(most, naturalCount(units)) : segments;
  const parts = units.length >= wanted ? group(units, wanted) : divide(units, wanted);
  return {
    title: title ?? titleOf(isWish ? story.replace(wish, "") : text, code),
    segments: parts.map((part) => ({ title: headingOf(part), narration: part, picture: part })),
    working_draft: isWish && !material?.trim(),
    warnings:
      parts.length < wanted
        ? [`The text gives ${parts.length} segments; ${wanted} were asked for. More text gives more segments.`]
        : [],
  };
}

function plain(text: string): string {
  return text
    .replace(/^#{1,6}\s+(.*)$/gm, "$1.")
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, "")
    .replace(/[*_`]+/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\.{2}(?!\.)/g, ".")
    .replace(/\s+/g, " ")
    .trim();
}

function naturalCount(units: string[]): number {
  const words = units.reduce((sum, unit) => sum + countWords(unit), 0);
  return Math.max(1, Math.min(units.length, Math.round(words / comfortable)));
}

/** Neighbouring sentences together, in parts of about the same length. */
function group(units: string[], count: number): string[] {
  const total = units.reduce((sum, unit) => sum + unit.length, 0);
  const parts: string[][] = [];
  let passed = 0;
  for (const [index, unit] of units.entries()) {
    const left = units.length - index;
    const isDue = passed >= (total * parts.length) / count - unit.length / 2;
    if (parts.length === 0 || (parts.length < count && (isDue || left <= count - parts.length))) parts.push([unit]);
    else parts.at(-1)?.push(unit);
    passed += unit.length;
  }
  return parts.map((part) => part.join(" "));
}

/** Sentences cut at their joints, the clearest joints first, until there are enough parts or nothing more to cut. */
function divide(units: string[], count: number): string[] {
  const parts = [...units];
  while (parts.length < count) {
    const [best] = parts
      .flatMap((part, index) => {
        const cut = cutAtJoint(part);
        return cut ? [{ index, length: part.length, ...cut }] : [];
      })
      .sort((left, right) => left.rank - right.rank || right.length - left.length);
    if (!best) break;
    parts.splice(best.index, 1, ...best.halves);
  }
  return parts.map(asSentence);
}

const joints = [
  /[;:–—]\s+/g,
  /,\s+(?=\S+\s+\S+)/g,
  /\s+(?=(?:including|because|which|where|while|when|so that|then|and|but|or)\s)/gi,
  /,\s+/g,
  /\s+/g,
];

/** In two at the joint nearest to the middle; null for what is one thought of a word or two. */
function cutAtJoint(text: string): { rank: number; halves: [string, string] } | null {
  if (countWords(text) < 2) return null;
  for (const [rank, joint] of joints.entries()) {
    const places = [...text.matchAll(joint)]
      .map(({ index, 0: match }): [string, string] => [text.slice(0, index), text.slice(index + match.length)])
      .filter((halves) => halves.every((half) => countWords(half) > 0));
    const [best] = places.sort((a, b) => lopsided(a) - lopsided(b));
    if (best) return { rank, halves: [best[0], best[1].replace(/^(?:and|or|but|including)\s+/i, "")] };
  }
  return null;
}

function lopsided([left, right]: [string, string]): number {
  return Math.abs(left.length - right.length);
}

function asSentence(part: string): string {
  const trimmed = capital(part.trim().replace(/[,;:–—-]+$/, ""));
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A part that is short enough is its own heading; words picked out of a longer one would only stumble. */
function headingOf(part: string): string | null {
  return countWords(part) <= 5 ? part.replace(/[.!?…]+$/, "") : null;
}

function titleOf(text: string, code: string): string {
  const [first = ""] = splitSentences(plain(text), code);
  const short = first.replace(/[.!?…]+$/, "");
  if (short.length <= 70) return capital(short);
  const cut = short.slice(0, 70);
  return `${capital(cut.slice(0, cut.lastIndexOf(" ")).replace(/[,;:–—-]+$/, ""))}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import * as z from "zod";
import { canLetter } from "#lib/media/lettering.ts";
import { randomFrom } from "../painter/random.ts";
import { animalSymbols } from "./symbols/animals.ts";
import { abstractSymbols, ideaSymbols } from "./symbols/ideas.ts";
import { natureSymbols } from "./symbols/nature.ts";
import type { Sign } from "./symbols/symbol.ts";
import { thingSymbols } from "./symbols/things.ts";
import { tradeSymbols } from "./symbols/trades.ts";

const containers = ["none", "circle", "square", "hexagon", "shield", "ring"] as const;

/** All that a mark is, apart from its colours. */
export const designSchema = z.object({
  /** A symbol's name, or `letters`. */
  symbol: z.string(),
  letters: z.string(),
  /** Set beside or under the mark; empty for none. */
  name: z.string(),
  container: z.enum(containers),
  layout: z.enum(["mark", "stacked", "side"]),
  typeface: z.enum(["sans", "serif"]),
  /** Round ends and corners. */
  soft: z.boolean(),
  /** 1 is the usual size within the safe area. */
  scale: z.number().min(0.5).max(1.2),
  mirrored: z.boolean(),
});
export type Design = z.output<typeof designSchema>;

/** What can be pointed at; of two with the same words the first is meant. */
const concreteSymbols: Sign[] = [...animalSymbols, ...tradeSymbols, ...natureSymbols, ...thingSymbols];
const namedSymbols: Sign[] = [...concreteSymbols, ...ideaSymbols];

export function findSymbol(name: string): Pick<Sign, "name" | "draw"> | null {
  return [...namedSymbols, ...abstractSymbols].find((symbol) => symbol.name === name) ?? null;
}

/** "With a mountain", "shaped like a leaf": what is named as a picture counts before what the company does. */
const pictured =
  /\b(?:with|featuring|showing|of|like|using|depict\w*|icon of|symbol of)\s+(?:an?\s+|the\s+|two\s+|three\s+)?((?:[\w-]+\s+){0,3}[\w-]+)/gi;

/** What is to be seen by its words, "with a giraffe", and is no sign that is known; for saying so. */
export function unknownSign(description: string): string | null {
  const named =
    /\b(?:with|featuring|showing|depicting|icon of|symbol of)\s+(?:an?|the|two|three)\s+((?:[\w-]+\s?){1,3})/gi;
  for (const [, words = ""] of description.matchAll(named)) {
    const [noun = ""] = words.split(/\s+(?:and|or|in|on|at|but|with|for|that|which|of|inside|under|over)\b/i);
    const head = noun.trim().split(/\s+/).at(-1) ?? "";
    const isShape =
      containerIn(noun) !== null ||
      /^(?:name|names|text|letters?|tagline|line|lines|shape|background|frame|border|font|twist|style|look|feel|touch|hint|colou?rs?)$/i.test(
        head,
      );
    if (head && !isShape && !namedSymbols.some((sign) => sign.words.test(noun))) return noun.trim();
  }
  return null;
}

/** What a description says to be shown first, or what it says most words of. */
function symbolFor(description: string): string | null {
  const matches = namedSymbols.flatMap(({ name, words }) => {
    const all = [...description.matchAll(new RegExp(words.source, "gi"))];
    return all[0] ? [{ name, count: all.length, at: all[0].index }] : [];
  });
  for (const [, phrase = ""] of description.matchAll(pictured)) {
    // Of several that are to be seen the first is drawn.
    const [first] = concreteSymbols
      .flatMap(({ name, words }) => {
        const at = phrase.search(words);
        return at < 0 ? [] : [{ name, at }];
      })
      .sort((left, right) => left.at - right.at);
    if (first) return first.name;
  }
  return matches.sort((left, right) => right.count - left.count || left.at - right.at)[0]?.name ?? null;
}

/** "into a lighthouse": the word before the article, and what may be the noun after it. */
const articles = /(?:([\p{L}]+)\s+)?\b(?:an?|two|three)\s+(?=((?:[\p{L}-]+\s?){1,3}))/giu;
const bringsIn = /^(?:with|featuring|showing|of|like|using|use|into|by|add|as|be|to|want)$/i;
/** Nouns that are said of a mark as it is, and not of what it is to show. */
const notPictured = /^(?:green|rest|look|mark|sign|logo|drop|light|day)$/i;

/**
 * What a change names as the new sign: "with a mountain", "a leaf instead". Its other words say how the mark is to be:
 * "calmer", "cleaner" or "in a warm green" ask for no moon, no droplet and no sun.
 */
export function symbolNamed(change: string): string | null {
  const isSwap = /\binstead\b/i.test(change);
  for (const [, before = "", words = ""] of change.matchAll(articles)) {
    const [noun = ""] = words.split(
      /\s+(?:and|or|in|on|at|but|with|beside|below|under|around|for|that|which|instead)\b/i,
    );
    const head = noun.trim().split(/\s+/).at(-1) ?? "";
    const sign = concreteSymbols.find((concrete) => concrete.words.test(head));
    if (sign && !notPictured.test(head) && (isSwap || bringsIn.test(before))) return sign.name;
  }
  return null;
}

/** The mark that a description asks for; what it leaves open follows from its words, the same each time. */
export function readBrief(description: string, theme: string): Design {
  const random = randomFrom(`${description}|${theme}`);
  const both = `${description} ${theme}`;
  const name = nameIn(description);
  const initials = lettersIn(description, name);
  const wantsLetters = /\b(letter(?:mark|s)?|initials?|monogram|typograph\w*|wordmark)\b/i.test(description);
  const symbol = symbolFor(description);
  const isLettering = initials !== "" && (wantsLetters || symbol === null);
  return {
    symbol: isLettering
      ? "letters"
      : (symbol ?? random.pick(abstractSymbols as [Omit<Sign, "words">, ...Omit<Sign, "words">[]]).name),
    letters: initials,
    name,
    container:
      containerIn(description) ?? (isLettering ? random.pick(["circle", "square", "hexagon"] as const) : "none"),
    layout: name === "" ? "mark" : "stacked",
    typeface:
      /\b(elegant|luxur\w*|classic\w*|serif|tradition\w*|heritage|vintage|law|wine|editorial|boutique|royal)\b/i.test(
        both,
      )
        ? "serif"
        : "sans",
    soft: !/\b(sharp|angular|geometric|edgy|bold|brutal\w*|strict|industrial|technical)\b/i.test(both),
    scale: /\b(minimal\w*|simple|airy|small|subtle)\b/i.test(description) ? 0.88 : 1,
    mirrored: false,
  };
}

const shapeWords: [Design["container"], RegExp][] = [
  ["ring", /\b(ring|outlined circle|stamp|seal|emblem|badge)\b/i],
  ["circle", /\b(circle|circular|round logo|disc|roundel)\b/i],
  ["square", /\b(square|app icon|tile|rounded square)\b/i],
  ["hexagon", /\b(hexagon\w*|honeycomb|hive)\b/i],
  ["shield", /\b(crest|shield[- ]shaped|coat of arms|(?:in|on|inside) an? shield)\b/i],
];

/** The shape that is asked for around the sign; null where none is. */
export function containerIn(text: string): Design["container"] | null {
  if (
    /\b(no|without|drop the|remove the) (?:circle|square|hexagon|container|frame|border|shape|badge|background shape)/i.test(
      text,
    )
  )
    return "none";
  return shapeWords.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** A name in quotation marks, or after "called", "named", "for" with a capital; empty for none. */
export function nameIn(description: string): string {
  const quoted = /["“”'‘’«]([\p{L}\p{N}][^"“”‘’»]{1,28}?)["“”'‘’»]/u.exec(description)?.[1];
  const capital =
    /\b(?:called|named|namens|for|brand|company|studio|startup|firm|shop|agency)\s+([A-Z][\p{L}\p{N}.'’-]*(?:\s+(?:(?:&|and|und)\s+)?[A-Z][\p{L}\p{N}.'’-]*){0,3})/u
      .exec(description)?.[1]
      ?.replace(/[.'’-]+$/, "");
  const name = (quoted ?? capital ?? "").trim();
  return name !== "" && canLetter(name) && !/^(A|An|The|My|Our|AI|IT|Modern|Tech)$/.test(name) ? name : "";
}

/** One to three capitals: those that are asked for, else the first letters of the name. */
function lettersIn(description: string, name: string): string {
  const asked =
    /\b(?:[Ll]etters?|[Ii]nitials?|[Mm]onogram)\s+(?:of\s+)?["“']?([A-Z](?:\s?(?:and|&|\+)?\s?[A-Z]){0,2})\b/.exec(
      description,
    )?.[1];
  const letters = asked
    ? asked.replace(/and|[^A-Z]/g, "")
    : name
        .split(/(?:\s+(?:and|und)\s+|[\s&-]+)/)
        .map((word) => word[0] ?? "")
        .join("");
  return letters.toUpperCase().slice(0, 3);
}

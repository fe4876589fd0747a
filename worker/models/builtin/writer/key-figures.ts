import type { Unit } from "./unit.ts";

/** Fewer rows than this are no table. */
const leastRows = 3;
const mostRows = 12;

const figure =
  "(?:about |around |nearly |almost |only |just |some |over |more than |up to |at least )?(?:[€$£]\\s?|(?:EUR|USD|GBP|CHF) )?\\d[\\d.,]*(?:\\s?(?:%|percent|per cent|million|billion|thousand))*(?:\\s?(?:[kMG]?W(?:h)?|[km]m²?|kg|GB|°C)\\b|\\s(?!and\\b|in\\b|at\\b|to\\b|of\\b|from\\b|by\\b|with\\b|on\\b|against\\b|for\\b|after\\b|before\\b|when\\b|than\\b|as\\b|so\\b|or\\b|but\\b)\\p{Ll}[\\p{L}-]*(?:\\sper\\s\\p{L}+)?(?:\\s(?:metres?|kilometres?)\\b)?)?(?:\\sper\\s\\p{L}+)?";
const subject = '(?:(?:The|A|An|Our|Its) )?(\\p{L}[^,;:.()\\d“”"]{2,60}?)';
/** What stands after a figure may explain it, but must not belong to it. */
const end = "(?=$|[.,;]|\\s(?:and|in|at|on|against|by|of|because|when|from|with|for|to|after|before|than|as)\\b)";

const moved = new RegExp(
  `^${subject} (fell|dropped|declined|decreased|shrank|rose|grew|increased|climbed)(?: by (${figure}))?(?: from (${figure}))? to (${figure})${end}`,
  "u",
);
const held = new RegExp(
  `^${subject} (?:was|were|is|are|came to|amounts? to|amounted to|reached|totalled|stands? at|numbered|measures?|weighs?|has|have|had|holds?|delivers?|carr(?:y|ies)|lasts?|takes?) (${figure})${end}`,
  "u",
);
const cost = new RegExp(`^${subject} costs? (${figure})${end}`, "u");
/** A subject with a verb or a pronoun in it is a clause that the pattern misread. */
const noSubject =
  /\b(?:it|they|he|she|we|this|that|these|those|there|which|who|is|are|was|were|has|have|had|will|can|and|but|not|if|one|most|some|many)\b/i;

/** What the material measures, each with its figure, as a table; null where there are too few that are plain. */
export function keyFigures(units: readonly Unit[], code: string): string | null {
  if (code !== "en") return null;
  const rows = units.flatMap((unit) => {
    const row = unit.kind === "sentence" && unit.speaker === null ? readRow(unit.text) : null;
    return row ? [`| ${row.what} | ${row.value} | [${unit.source}] |`] : [];
  });
  if (rows.length < leastRows) return null;
  return ["| What | Figure | Source |", "| --- | --- | --- |", ...rows.slice(0, mostRows)].join("\n");
}

function readRow(sentence: string): { what: string; value: string } | null {
  const [, what, verb = "", by, from, to] = moved.exec(sentence) ?? [];
  if (what && to) {
    const change = by ? `${/^(?:rose|gr|in|cl)/.test(verb) ? "up" : "down"} ${by}` : "";
    const notes = [change, from ? `from ${from}` : ""].filter(Boolean).join(", ");
    return row(what, notes ? `${to} (${notes})` : to);
  }
  const [, priced, price] = cost.exec(sentence) ?? [];
  if (priced && price) return row(`Cost of ${priced.charAt(0).toLowerCase()}${priced.slice(1)}`, price);
  const [, thing, value] = held.exec(sentence) ?? [];
  return thing && value ? row(thing, value) : null;
}

function row(what: string, value: string): { what: string; value: string } | null {
  if (noSubject.test(what) || what.split(/\s+/).length > 7 || /[|<>]/.test(what + value)) return null;
  return { what: what.charAt(0).toUpperCase() + what.slice(1), value };
}

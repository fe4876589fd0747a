import { languageCode } from "#task-types/text/language.ts";
import { chooseClose, chooseLead } from "./choose-lead.ts";
import { cleanTitle } from "./clean-title.ts";
import { findThemes } from "./find-themes.ts";
import { inStyle } from "./in-style.ts";
import type { ArticleInput } from "./input.ts";
import { keyFigures } from "./key-figures.ts";
import { canSpare, repeats } from "./name-themes.ts";
import { findPeople, introducePeople } from "./people.ts";
import { phrasesFor } from "./phrases.ts";
import { readMaterial } from "./read-material.ts";
import { type RenderContext, renderUnits } from "./render-section.ts";
import { scoreUnits } from "./score-units.ts";
import { selectUnits, wordsIn } from "./select-units.ts";
import type { Theme, Unit } from "./unit.ts";

export type Draft = { title: string; content: string; workingDraft: boolean; warnings: string[] };

export type Study = { code: string; units: Unit[]; lead: Unit[]; themes: Theme[] };

/**
 * The material's units with their weights, its opening and its themes; what research shows and drafting uses.
 * @param keepsOrder for a text that is arranged and not retold: nothing is taken to its head
 */
export function studyMaterial(input: ArticleInput, keepsOrder = false): Study {
  const code = languageCode(input.language);
  const units = scoreUnits(readMaterial(input.sources, code), input, code);
  const lead = keepsOrder ? [] : chooseLead(units, input, code);
  const rest = units.filter((unit) => !lead.includes(unit));
  const close = chooseClose(rest, code);
  const body = close ? rest.filter((unit) => !close.units.includes(unit)) : rest;
  const themes = findThemes(body, input, code);
  return { code, units, lead, themes: inStyle(close ? [...themes, close] : themes, input) };
}

/**
 * An article that says only what its sources say: their sentences, chosen, ordered by theme, condensed and cited. What
 * is its own are headings made of the material's words, the names of speakers beside what they said, and the title.
 * @param withFigures whether what the material measures is set out in a table at the end
 */
export function writeArticle(input: ArticleInput, { keepsOrder = false, withFigures = false } = {}): Draft {
  const { code, units, lead, themes } = studyMaterial(input, keepsOrder);
  const phrases = phrasesFor(code);
  const context: RenderContext = { code, tone: input.tone, phrases, voices: { named: new Set(), turns: 0 } };
  const sections = mergeThin(selectUnits(themes, input.targetLength - wordsIn(lead), new Set()));
  const blocks = [...renderUnits(lead, context)];
  for (const [index, section] of sections.entries()) {
    const number = input.style === "listicle" && sections.length > 1 ? `${index + 1}. ` : "";
    const opens =
      index === 0 &&
      lead.length === 0 &&
      input.style !== "listicle" &&
      section.units[0]?.heading === null &&
      section.units[0]?.question === null;
    if ((sections.length > 1 || lead.length > 0) && !opens) blocks.push(`## ${number}${section.heading}`);
    const [first] = section.units;
    const isSaid = first !== undefined && repeats(section.heading, first.text) && canSpare(section.units);
    blocks.push(...renderUnits(isSaid ? section.units.slice(1) : section.units, context));
  }
  const table = withFigures ? keyFigures([...lead, ...sections.flatMap((section) => section.units)], code) : null;
  if (table && !blocks.some((block) => block.startsWith("|"))) blocks.push("## Key figures", table);
  const people = input.sources.flatMap(({ text }) => findPeople(text));
  return {
    title: cleanTitle(
      input,
      sections.map(({ heading }) => heading),
    ),
    content: introducePeople(blocks, people).join("\n\n"),
    workingDraft: false,
    warnings: lengthWarnings(input, units),
  };
}

/** A section of one short sentence is none: it goes to the one before, or becomes part of the next. */
function mergeThin(themes: Theme[]): Theme[] {
  const merged: Theme[] = [];
  for (const theme of themes) {
    const last = merged.at(-1);
    const thin = wordsIn(theme.units) < 18 && theme.units.every(({ kind }) => kind === "sentence");
    if (last && thin) last.units = [...last.units, ...theme.units];
    else merged.push({ ...theme, units: [...theme.units] });
  }
  return merged;
}

function lengthWarnings(input: ArticleInput, units: Unit[]): string[] {
  const words = wordsIn(units);
  if (words >= input.targetLength * 0.75) return [];
  return [`The material holds about ${words} usable words, fewer than the ${input.targetLength} that were asked for.`];
}

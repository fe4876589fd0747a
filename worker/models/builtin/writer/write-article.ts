import { languageCode } from "#task-types/text/language.ts";
import { cleanTitle } from "./clean-title.ts";
import { findThemes } from "./find-themes.ts";
import { chooseFrame, looksAhead } from "./frame.ts";
import type { ArticleInput } from "./input.ts";
import { phrasesFor } from "./phrases.ts";
import { readMaterial } from "./read-material.ts";
import { type RenderContext, renderUnits } from "./render-section.ts";
import { scoreUnits } from "./score-units.ts";
import { selectUnits, wordsIn } from "./select-units.ts";
import type { Theme, Unit } from "./unit.ts";

export type Draft = { title: string; content: string; workingDraft: boolean; warnings: string[] };

/** The material's units with their weights; what research shows and drafting uses. */
export function studyMaterial(input: ArticleInput): { code: string; units: Unit[]; themes: Theme[] } {
  const code = languageCode(input.language);
  const units = scoreUnits(readMaterial(input.sources, code), input, code);
  return { code, units, themes: findThemes(units, input.targetLength, input.topic, code) };
}

/**
 * An article that says only what its sources say: their sentences, chosen, ordered by theme, condensed and cited. What
 * is its own are headings made of the material's nouns, the names of speakers beside what they said, and the title.
 */
export function writeArticle(input: ArticleInput): Draft {
  const { code, units, themes } = studyMaterial(input);
  const phrases = phrasesFor(code);
  const context: RenderContext = { code, tone: input.tone, phrases, voices: { named: new Set(), turns: 0 } };
  const { lead, close } = chooseFrame(units, themes, input, code);
  const framed = new Set([...lead, ...close].map(({ id }) => id));
  const selected = selectUnits(themes, input.targetLength - wordsIn(lead) - wordsIn(close), framed);
  const sections = mergeThin(selected);
  const blocks = [...renderUnits(lead, context)];
  const headings = sections.map(({ heading }) => heading);
  const explains = input.style === "educational" || input.style === "technical" || input.tone === "academic";
  const isInterview = units.some(({ question }) => question !== null);
  if (explains && !isInterview && sections.length > 2 && lead.length > 0) {
    const roadmap = phrases.roadmap(
      headings.map((heading) => inSentence(heading.split(` ${phrases.and} `)[0] ?? heading, code)),
    );
    if (roadmap) blocks.push(roadmap);
  }
  for (const [index, section] of sections.entries()) {
    const number = input.style === "listicle" && sections.length > 1 ? `${index + 1}. ` : "";
    if (sections.length > 1 || lead.length > 0) blocks.push(`## ${number}${section.heading}`);
    blocks.push(...renderUnits(section.units, context));
  }
  if (close.length > 0) {
    blocks.push(`## ${looksAhead(close, code) ? phrases.ahead : phrases.closing}`, ...renderUnits(close, context));
  }
  return {
    title: cleanTitle(input, headings),
    content: blocks.join("\n\n"),
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

/** "Salt marshes and mud" → "salt marshes and mud", names kept as they are. */
function inSentence(heading: string, code: string): string {
  if (code === "de") return `„${heading}“`;
  const [first = "", ...rest] = heading.split(" ");
  const keeps = /\p{Lu}.*\p{Lu}/u.test(first) || rest.some((word) => /^\p{Lu}/u.test(word) && rest.length === 1);
  return keeps ? heading : heading.charAt(0).toLowerCase() + heading.slice(1);
}

function lengthWarnings(input: ArticleInput, units: Unit[]): string[] {
  const words = wordsIn(units);
  if (words >= input.targetLength * 0.75) return [];
  return [`The material holds about ${words} usable words, fewer than the ${input.targetLength} that were asked for.`];
}

import { contentStems, coverage } from "#task-types/text/words.ts";
import { addFacts, extend, shorten } from "./adjust-length.ts";
import type { Directive } from "./directives.ts";
import {
  allSentences,
  findSection,
  isHeading,
  isList,
  lengthOf,
  type Manuscript,
  plainOf,
  removeSentence,
  sentencesOf,
  trimHeadings,
} from "./manuscript.ts";
import { nameThemes } from "./name-themes.ts";
import { openWith } from "./open-with.ts";
import { phrasesFor } from "./phrases.ts";
import { readMaterial } from "./read-material.ts";
import type { Unit } from "./unit.ts";
import { inTone } from "./voice.ts";

/**
 * Carries out one wish; the sentence that it returns says what could not be done, and why.
 * @param material all of it, where `units` are only those that the text may still take in
 */
export function applyDirective(
  manuscript: Manuscript,
  directive: Directive,
  units: Unit[],
  material: Unit[] = units,
): string | null {
  switch (directive.kind) {
    case "title":
      manuscript.title = directive.text.slice(0, 200);
      return null;
    case "rename":
      return rename(manuscript, directive.from, directive.to);
    case "replace":
      return replace(manuscript, directive.from, directive.to);
    case "shorter": {
      const warning = shorten(manuscript, directive.words ?? Math.round(lengthOf(manuscript) * 0.7), units);
      trimHeadings(manuscript);
      return warning;
    }
    case "longer":
      return extend(manuscript, directive.words ?? Math.round(lengthOf(manuscript) * 1.35), units, material);
    case "add":
      return addFacts(manuscript, directive.what, units, material);
    case "remove":
      return remove(manuscript, directive.what);
    case "open":
      return openWith(manuscript, directive.what, directive.quote, units);
    case "tone":
      return setTone(manuscript, directive.tone);
    case "headings":
      return addHeadings(manuscript);
    case "bullets":
      return toBullets(manuscript);
    case "unknown":
      return `The built-in writer could not act on “${directive.text}”: it shortens, extends, adds from the material, removes, reorders, renames and changes the tone. Edit by hand, or choose another model.`;
  }
}

function setTone(manuscript: Manuscript, tone: string): string | null {
  const { blocks, code } = manuscript;
  if (code !== "en") return "The built-in writer can change the tone of English text only.";
  manuscript.blocks = blocks.map((block) => (isHeading(block) ? block : inTone(block, tone, code)));
  const isChanged = manuscript.blocks.some((block, index) => block !== blocks[index]);
  return isChanged
    ? null
    : "Outside of quotations the text has no words that a change of tone would shorten or spell out.";
}

function rename(manuscript: Manuscript, from: string, to: string): string | null {
  const index = manuscript.blocks.findIndex(
    (block) => isHeading(block) && block.toLowerCase().includes(from.toLowerCase()),
  );
  const heading = manuscript.blocks[index];
  if (!heading) return `There is no heading “${from}” to rename.`;
  manuscript.blocks[index] = `${/^#+/.exec(heading)?.[0] ?? "##"} ${to}`;
  return null;
}

function replace(manuscript: Manuscript, from: string, to: string): string | null {
  const before = manuscript.blocks.join();
  manuscript.blocks = manuscript.blocks.map((block) => block.replaceAll(from, to));
  if (manuscript.title.includes(from)) manuscript.title = manuscript.title.replaceAll(from, to);
  else if (manuscript.blocks.join() === before) return `“${from}” does not stand in the text.`;
  return `“${to}” is the reviewer's wording; it was not checked against the material.`;
}

function remove(manuscript: Manuscript, what: string): string | null {
  const { blocks, code } = manuscript;
  if (/^(?:conclusion|ending|last section|schluss|fazit)$/i.test(what)) {
    const last = blocks.findLastIndex(isHeading);
    if (last >= 0) manuscript.blocks = blocks.slice(0, last);
    return last >= 0 ? null : "The text has no closing section to remove.";
  }
  const section = findSection(manuscript, what);
  if (section && isAllAbout(blocks[section.start] ?? "", what, code)) {
    manuscript.blocks = blocks.toSpliced(section.start, section.count);
    return null;
  }
  const wanted = contentStems(what, code);
  const matches = allSentences(manuscript).filter(({ stems }) => wanted.length > 0 && coverage(wanted, stems) >= 0.75);
  const { needs } = phrasesFor(code);
  const falling = matches.flatMap(({ sentence, block }) => {
    const all = sentencesOf(blocks[block] ?? "", code);
    const at = all.indexOf(sentence);
    const end = all.findIndex((each, index) => index > at && !needs.test(plainOf(each)));
    // What leans on the sentence falls with it.
    return all.slice(at, end < 0 ? all.length : end);
  });
  for (const sentence of new Set(falling)) removeSentence(manuscript, sentence);
  trimHeadings(manuscript);
  return matches.length > 0 ? null : `Nothing in the text speaks of “${what}”, so nothing was removed.`;
}

/** "Birds and snails" is about more than birds; any other heading that names them is about them. */
function isAllAbout(heading: string, what: string, code: string): boolean {
  const own = new Set(contentStems(heading, code));
  return !/\s(?:and|und)\s/.test(heading) || coverage(own, new Set(contentStems(what, code))) >= 0.5;
}

/** A heading over each stretch of two paragraphs that has none, named by the words below it. */
function addHeadings(manuscript: Manuscript): string | null {
  const { blocks, code, title } = manuscript;
  const stretches: number[] = [];
  let run = 0;
  for (const [index, block] of blocks.entries()) {
    run = isHeading(block) ? 0 : run + 1;
    const next = blocks[index + 1];
    if (run >= 2 && next && !isHeading(next) && !isList(next)) {
      stretches.push(index + 1);
      run = 0;
    }
  }
  if (stretches.length === 0) return "Every section is too short to be divided by another heading.";
  const groups = stretches.map((start) =>
    readMaterial([{ number: 1, title, text: plainOf(blocks[start] ?? "") }], code),
  );
  const names = nameThemes(groups, title, code);
  for (const [place, start] of [...stretches.entries()].reverse()) blocks.splice(start, 0, `## ${names[place]}`);
  return null;
}

function toBullets(manuscript: Manuscript): string | null {
  const { blocks, code } = manuscript;
  const counts = blocks.map((block) => (isHeading(block) || isList(block) ? 0 : sentencesOf(block, code).length));
  const index = counts.indexOf(Math.max(...counts));
  if ((counts[index] ?? 0) < 3) return "No paragraph has enough sentences to become a list.";
  manuscript.blocks[index] = sentencesOf(blocks[index] ?? "", code)
    .map((sentence) => `- ${sentence}`)
    .join("\n");
  return null;
}

import type { JsonObject } from "#lib/contract/json.ts";
import type { NamedBlock } from "#task-types/blocks/block-plan.ts";

type Anchored = { id: string; anchor: JsonObject | null };

/**
 * The comments of each block, by the block's name: those that name it, and those whose quotation stands in it. A passage
 * that stands in several places is placed only where what is said to come before or after it tells them apart.
 */
export function placeComments(blocks: readonly NamedBlock[], comments: readonly Anchored[]): Map<string, string[]> {
  const placed = new Map(blocks.map(({ name }) => [name, [] as string[]]));
  const page = pageOf(blocks);
  for (const { id, anchor } of comments) {
    for (const name of anchor ? (blockNamed(blocks, anchor) ?? blocksQuoted(page, anchor)) : [])
      placed.get(name)?.push(id);
  }
  return placed;
}

function blockNamed(blocks: readonly NamedBlock[], { block, path }: JsonObject): string[] | null {
  const text = typeof block === "string" || typeof block === "number" ? String(block) : path;
  if (typeof text !== "string" || text === "") return null;
  // "quiz.questions.2.options" is about questions.2; a passage's number alone names it.
  const found = blocks.find(({ name }) => text === name || (name.includes(".") && `.${text}.`.includes(`.${name}.`)));
  return found ? [found.name] : null;
}

type Page = { letters: string; starts: { name: string; start: number }[] };

/** All blocks in a row, as letters and digits alone: what is selected on the screen has lost Markdown's own signs. */
function pageOf(blocks: readonly NamedBlock[]): Page {
  let letters = "";
  const starts = blocks.map(({ name, text }) => {
    const start = letters.length;
    letters += lettersOf(text);
    return { name, start };
  });
  return { letters, starts };
}

function blocksQuoted(page: Page, { quote, prefix, suffix }: JsonObject): string[] {
  const wanted = lettersOf(quote);
  if (wanted === "") return [];
  const places: number[] = [];
  for (let at = page.letters.indexOf(wanted); at >= 0; at = page.letters.indexOf(wanted, at + 1)) places.push(at);
  const [before, after] = [lettersOf(prefix), lettersOf(suffix)];
  const fitting = places.filter(
    (at) => page.letters.slice(0, at).endsWith(before) && page.letters.slice(at + wanted.length).startsWith(after),
  );
  const held = (fitting.length > 0 ? fitting : places).map((at) => blocksBetween(page, at, at + wanted.length));
  const [first = []] = held;
  return held.every((names) => names.join() === first.join()) ? first : [];
}

function blocksBetween({ starts, letters }: Page, from: number, to: number): string[] {
  return starts.flatMap(({ name, start }, index) => {
    const end = starts[index + 1]?.start ?? letters.length;
    return start < to && end > from ? name : [];
  });
}

function lettersOf(text: unknown): string {
  return typeof text === "string" ? text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") : "";
}

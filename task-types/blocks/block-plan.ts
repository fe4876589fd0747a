import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { Issue } from "#lib/errors.ts";
import { splitMarkdown } from "./markdown-blocks.ts";
import { readPath } from "./paths.ts";

/** The parts of a type's revisions that can be made again alone. */
export type BlockPlan<PhaseName extends string = string> = {
  /** Path of the list in the result whose items they are; null for the top-level blocks of the Markdown in `content`. */
  list: string | null;
  /** A field that names an item as well as its place does: `posts.linkedin`. */
  key?: string;
  /** The fields of an item that a reader sees, what says best which one it is first. */
  words?: readonly string[];
  /** What people call one, and several. */
  noun: readonly [one: string, several: string];
  /** The phases that make them, the usual one first: a round for some blocks begins at one of these. */
  from: readonly [PhaseName, ...PhaseName[]];
  /** Phases after that whose output stays as it was. */
  keeps: readonly PhaseName[];
  /** Paths in the result of what is made from the blocks, and follows them. */
  derived: readonly string[];
  /** The same within an item. */
  derivedInItem?: readonly string[];
  /** A part beside the list that every item shows, such as the mark of all palettes. */
  beside?: {
    name: string;
    /** Where it lies in the result. */
    path: string;
    /** What says to a reader which part it is. */
    text: string;
    /** What follows it in every item. */
    derivedInItem: readonly string[];
  };
  /** Why the blocks of a revision cannot be made again alone; null where they can. */
  unless?: (result: JsonObject) => string | null;
  /** The type's checks judge the whole anew: what they found of the revision before counts no longer. */
  judgedAnew?: boolean;
  /** A derived list whose rows belong to items, by a field that both have: those of a frozen item stay with it. */
  belongings?: { list: string; key: string };
};

/** A revision's two halves. */
export type Revised = { content: string | null; result: JsonObject };

/** A block as it is named, called and read. */
export type NamedBlock = { name: string; kind: string; text: string };

/** Every block of a revision, in order. Text is numbered from 0; an item is named by its list and its place in it. */
export function listBlocks(plan: BlockPlan, { content, result }: Revised): NamedBlock[] {
  if (plan.list === null)
    return splitMarkdown(content ?? "").map(({ type, text }, index) => ({ name: String(index), kind: type, text }));
  const { beside } = plan;
  const items = itemsOf(plan, result).map((item, index) => ({
    name: `${prefixOf(plan)}.${index}`,
    kind: plan.noun[0],
    text: (plan.words ?? []).flatMap((field) => wordsIn(item[field])).join(" · "),
  }));
  return beside ? [{ name: beside.name, kind: beside.name, text: beside.text }, ...items] : items;
}

/**
 * The blocks that a request names, under their own names and in order.
 * @param given numbers, or names
 */
export function readBlockNames(
  plan: BlockPlan,
  revision: Revised,
  given: readonly (string | number)[],
): { names: string[]; issues: Issue[] } {
  const reason = plan.unless?.(revision.result);
  if (reason) return { names: [], issues: [{ path: "blocks", message: reason }] };
  const blocks = listBlocks(plan, revision);
  const keys = plan.key ? itemsOf(plan, revision.result).map((item) => item[plan.key ?? ""]) : [];
  const issues: Issue[] = [];
  const firstAt = new Map<string, number>();
  for (const [at, one] of given.entries()) {
    const name = nameOf(plan, keys, one);
    const first = firstAt.get(name);
    if (!blocks.some((block) => block.name === name))
      issues.push({ path: `blocks.${at}`, message: unknown(plan, blocks, one) });
    else if (first !== undefined)
      issues.push({ path: `blocks.${at}`, message: `names the same one as blocks.${first}` });
    else firstAt.set(name, at);
  }
  return { names: blocks.flatMap(({ name }) => (firstAt.has(name) ? name : [])), issues };
}

/** How the first block is named: `0`, `questions.0`. */
export function nameExample(plan: BlockPlan): string {
  return plan.list === null ? "0" : `${prefixOf(plan)}.0`;
}

/** Places in the text or in the list, from the names that readBlockNames gave; what stands beside the list has none. */
export function blockIndexes(names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const place = name.slice(name.lastIndexOf(".") + 1);
    return /^\d+$/.test(place) ? Number(place) : [];
  });
}

/** The items of the plan's list, as objects. */
export function itemsOf(plan: BlockPlan, result: JsonObject): JsonObject[] {
  const list = plan.list === null ? [] : readPath(result, plan.list);
  return Array.isArray(list) ? list.map((item) => (isObject(item) ? item : {})) : [];
}

/** The name as blocks have it, of whatever a client calls one. */
function nameOf(plan: BlockPlan, keys: (Json | undefined)[], given: string | number): string {
  const text = String(given);
  if (plan.list === null) return /^\d{1,6}$/.test(text) ? String(Number(text)) : text;
  const prefix = `${prefixOf(plan)}.`;
  const own = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (/^\d{1,6}$/.test(own)) return prefix + Number(own);
  const at = keys.indexOf(own);
  return at < 0 ? text : `${prefix}${at}`;
}

function unknown(plan: BlockPlan, blocks: NamedBlock[], name: string | number): string {
  const { beside } = plan;
  const names = blocks.flatMap((block) => (block.name === beside?.name ? [] : block.name));
  const [first, last] = [names[0], names.at(-1)];
  const some =
    first === undefined ? "it has none" : first === last ? `it has ${first} alone` : `it has ${first} to ${last}`;
  const known = beside ? `${some}, and ${beside.name}` : some;
  return `names no ${plan.noun[0]} of the current revision ("${name}"); ${known}`;
}

/** "quiz.questions" → "questions" */
function prefixOf({ list }: BlockPlan): string {
  return list?.slice(list.lastIndexOf(".") + 1) ?? "";
}

function wordsIn(value: Json | undefined): string[] {
  if (typeof value === "string") return value.trim() ? [value.replace(/\s+/g, " ").trim()] : [];
  return Array.isArray(value) ? value.flatMap(wordsIn) : [];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

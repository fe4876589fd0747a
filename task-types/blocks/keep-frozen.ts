import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { type BlockPlan, blockIndexes, itemsOf, type Revised } from "./block-plan.ts";
import { keepsOtherBlocks } from "./markdown-blocks.ts";
import { readPath, withPath } from "./paths.ts";

/** Work on some blocks has touched another: what was made does not become a revision. */
export class FrozenBlockChanged extends Error {
  constructor(what: string) {
    super(`Only the named blocks may change, and ${what} did; the revision before stays as it is`);
    this.name = "FrozenBlockChanged";
  }
}

/**
 * The revision before with the named blocks, and what is derived from them, as they were made now. Everything else is
 * taken from the revision before, whatever the phases say of it.
 * @throws FrozenBlockChanged when a block that was not named differs: what is derived from it would be wrong
 */
export function keepFrozen(plan: BlockPlan, before: Revised, made: Revised, names: readonly string[]): Revised {
  const named = new Set(blockIndexes(names));
  const beside = plan.beside && names.includes(plan.beside.name) ? plan.beside : null;
  const result = [...plan.derived, ...(beside ? [beside.path] : [])].reduce(
    (kept, path) => withPath(kept, path, readPath(made.result, path)),
    structuredClone(before.result),
  );
  if (plan.list === null) {
    if (!keepsOtherBlocks(before.content ?? "", made.content ?? "", named))
      throw new FrozenBlockChanged("another passage");
    return { content: made.content, result };
  }
  const [old, now] = [itemsOf(plan, before.result), itemsOf(plan, made.result)];
  if (old.length !== now.length) throw new FrozenBlockChanged(`their number (${old.length}, now ${now.length})`);
  const items = old.map((item, index) => {
    const next = now[index] ?? {};
    if (named.has(index)) return next;
    const derived = [...(plan.derivedInItem ?? []), ...(beside?.derivedInItem ?? [])];
    return keepItem(derived, item, next, `${plan.list}.${index}`);
  });
  // What every item shows is in all that belongs to them.
  if (!beside) requireBelongings(plan, before, made, named);
  return { content: before.content, result: withPath(result, plan.list, items) };
}

function keepItem(derived: readonly string[], before: JsonObject, made: JsonObject, path: string): Json {
  // A field that only one of them has came or went with the type's schema.
  const changed = Object.keys(before).find(
    (field) => !derived.includes(field) && Object.hasOwn(made, field) && !isDeepStrictEqual(before[field], made[field]),
  );
  if (changed) throw new FrozenBlockChanged(`${path}.${changed}`);
  return { ...before, ...Object.fromEntries(Object.entries(made).filter(([field]) => derived.includes(field))) };
}

function requireBelongings(plan: BlockPlan, before: Revised, made: Revised, named: ReadonlySet<number>): void {
  if (!plan.belongings) return;
  const { list, key } = plan.belongings;
  const owners = [before, made].flatMap(({ result }) => itemsOf(plan, result).filter((_, index) => named.has(index)));
  const remade = new Set(owners.map((item) => item[key]));
  const [old, now] = [before, made].map(({ result }) => {
    const rows = readPath(result, list);
    return Array.isArray(rows) ? rows.filter((row) => !remade.has((row as JsonObject)[key])) : [];
  });
  if (!isDeepStrictEqual(old, now)) throw new FrozenBlockChanged(`something in ${list} that belongs to another`);
}

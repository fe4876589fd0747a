import type { Json } from "#lib/contract/json.ts";

/**
 * Where an answer is not as a document's example shows it: every field of the example has to be there with a value of the
 * same JSON type, every item of a list like the example's first; times are UTC with Z.
 * @param except paths of the example that are errata, or that the given answer has no reason to have
 */
export function shapeFaults(
  example: Json,
  actual: Json | undefined,
  except: readonly string[] = [],
  path = "",
): string[] {
  if (except.includes(path)) return [];
  if (typeOf(example) !== typeOf(actual)) {
    return [
      `${path || "the answer"} is ${typeOf(actual)} and in the document ${typeOf(example)}: ${JSON.stringify(actual)}`,
    ];
  }
  if (typeof example === "string")
    return isTime(example) && !isUtc(String(actual)) ? [`${path} is no UTC time with Z: ${actual}`] : [];
  if (Array.isArray(example)) {
    const [first] = example;
    if (first === undefined) return [];
    const list = actual as Json[];
    if (list.length === 0) return [`${path || "the answer"} is empty`];
    return list.flatMap((item, index) => shapeFaults(first, item, except, `${path}.${index}`.replace(/^\./, "")));
  }
  if (typeof example !== "object" || example === null) return [];
  const object = actual as { [key: string]: Json };
  return Object.entries(example).flatMap(([key, value]) => {
    const below = path ? `${path}.${key}` : key;
    if (except.includes(below)) return [];
    return Object.hasOwn(object, key) ? shapeFaults(value, object[key], except, below) : [`${below} is missing`];
  });
}

function typeOf(value: Json | undefined): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text);
const isUtc = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);

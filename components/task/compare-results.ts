import type { Json, JsonObject } from "#lib/contract/json.ts";
import { pathLabel } from "../editor/path-label.ts";
import { sameJson } from "../editor/same-json.ts";
import { type ComparedBlock, compareParagraphs } from "./compare-text.ts";

export type ComparedField = {
  path: string;
  /** "Question 3, explanation" */
  label: string;
  kind: "changed" | "added" | "removed" | "moved";
  blocks: ComparedBlock[];
  /** Made from other fields, and so not shown word by word. */
  derived: boolean;
  /** Addresses of the two, where the field is one; null where there is none on that side. */
  pictures?: { before: string | null; after: string | null };
  /** Where the field is a list of colours. */
  colours?: { before: string[]; after: string[] };
};

/** What a thing in a list is known by, when its place changes. */
const identities = ["id", "number", "platform", "name", "palette_name"] as const;
const derivedNames = new Set([
  "html",
  "text",
  "csv",
  "embed_code",
  "length",
  "word_count",
  "reading_minutes",
  "total_points",
  "files",
]);
/** Fields that name a picture to be looked at. */
const pictureField = /(?:^|[._])(?:image|picture|poster)_url$|^images\.\d+\.url$/;
/** Fields that an edit does not make, such as what was found in checks. */
const leftOut = new Set(["qa_feedback"]);

/** What changed between two results, field by field; things in lists are followed where they went. */
export function compareResults(before: JsonObject, after: JsonObject): ComparedField[] {
  return compareObjects("", before, after);
}

function compareObjects(path: string, before: JsonObject, after: JsonObject): ComparedField[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names
    .filter((name) => !leftOut.has(name))
    .flatMap((name) => {
      const derived = isDerived(name, after);
      return compare(path ? `${path}.${name}` : name, before[name] ?? null, after[name] ?? null, derived);
    });
}

/** A mail's `text` is made from its Markdown; a post's is what its author wrote. */
function isDerived(name: string, owner: JsonObject): boolean {
  if (name === "text") return "html" in owner;
  return derivedNames.has(name) || /_url$/.test(name);
}

function compare(path: string, before: Json, after: Json, derived = false): ComparedField[] {
  if (sameJson(before, after)) return [];
  const seen = pictureField.test(path) ? seenAt(path, before, after) : null;
  if (seen) return [seen];
  if (derived) return [field(path, "changed", "", "", true)];
  if (isColours(before) && isColours(after)) return [{ ...field(path, "changed", "", ""), colours: { before, after } }];
  if (isObject(before) && isObject(after)) return compareObjects(path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    return [...before, ...after].every(isObject)
      ? compareLists(path, before as JsonObject[], after as JsonObject[])
      : [field(path, "changed", listed(before), listed(after))];
  }
  return [field(path, "changed", spelled(before), spelled(after))];
}

function seenAt(path: string, before: Json, after: Json): ComparedField | null {
  const isAddress = (value: Json) => value === null || typeof value === "string";
  if (!isAddress(before) || !isAddress(after)) return null;
  // "Palette 2, image": what is looked at is not its address.
  const label = pathLabel(path.replace(/[._]url$/, ""));
  return { path, label, kind: "changed", blocks: [], derived: false, pictures: { before, after } };
}

function isColours(value: Json): value is string[] {
  const isColour = (each: Json) => typeof each === "string" && /^#[0-9a-f]{6}$/i.test(each);
  return Array.isArray(value) && value.length > 0 && value.every(isColour);
}

function compareLists(path: string, before: JsonObject[], after: JsonObject[]): ComparedField[] {
  const identity = identities.find((name) => [before, after].every((list) => tellsApart(name, list)));
  const keyOf = (item: JsonObject, index: number) => (identity ? String(item[identity]) : String(index));
  const old = new Map(before.map((item, index) => [keyOf(item, index), { item, index }]));
  const kept = after.map((item, index) => keyOf(item, index)).filter((key) => old.has(key));
  const order = before.map(keyOf).filter((key) => kept.includes(key));
  const changes = after.flatMap((item, index) => {
    const key = keyOf(item, index);
    const place = `${path}.${index}`;
    const was = old.get(key) ?? (identity === "palette_name" ? replacedAt(before, index, order) : undefined);
    old.delete(was ? keyOf(was.item, was.index) : key);
    if (!was) return [field(place, "added", "", words(item))];
    const moved = kept.indexOf(key) !== order.indexOf(key);
    return [...(moved ? [field(place, "moved", "", "")] : []), ...compareObjects(place, was.item, item)];
  });
  return [
    ...changes,
    ...[...old.values()].map(({ item, index }) => field(`${path}.${index}`, "removed", words(item), "")),
  ];
}

function tellsApart(name: string, items: JsonObject[]): boolean {
  return new Set(items.flatMap((item) => item[name] ?? [])).size === items.length;
}

/** A palette that was made again has another name in the same place. */
function replacedAt(before: JsonObject[], index: number, kept: string[]) {
  const item = before[index];
  return item && !kept.includes(String(item.palette_name)) ? { item, index } : undefined;
}

function field(
  path: string,
  kind: ComparedField["kind"],
  before: string,
  after: string,
  derived = false,
): ComparedField {
  return { path, label: pathLabel(path), kind, derived, blocks: derived ? [] : compareParagraphs(before, after) };
}

/** Short words stand in one line, as they are read; sentences keep a paragraph each. */
function listed(values: Json[]): string {
  const texts = values.map(spelled);
  return texts.join(texts.every((text) => text.length <= 40) ? ", " : "\n\n");
}

/** What is said in a thing that came or went. */
function words(item: JsonObject): string {
  return Object.values(item)
    .flatMap((value) => (Array.isArray(value) ? value.map(spelled) : typeof value === "string" ? [value] : []))
    .join("\n\n");
}

function spelled(value: Json): string {
  if (typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value, null, 2);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

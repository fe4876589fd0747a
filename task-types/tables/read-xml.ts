import { type Cheerio, type CheerioAPI, load } from "cheerio";
import { requireBounded } from "#lib/net/bounded-markup.ts";
import type { Row } from "#task-types/table-data.ts";
import { readCell } from "./read-cell.ts";

const allOf = ($: CheerioAPI) => $("*").toArray();
type Element = ReturnType<typeof allOf>[number];

/** Characters of one value. */
const longest = 10_000;

/**
 * The rows of an XML text: the elements that repeat most under one parent, such as the items of a feed. Attributes and
 * nested elements become `price.currency`; nothing that the text refers to is loaded.
 * @throws Error in words for a caller when nothing in it repeats.
 */
export function readXml(text: string): Row[] {
  requireBounded(text, "xml");
  const $ = load(text, { xml: true });
  const groups = allOf($).flatMap((parent) => repeatedIn($, parent));
  const best = groups.sort((left, right) => right.length - left.length)[0];
  const root = $.root().children().toArray();
  const records = best ?? root;
  if (records.length === 0) throw new Error("it cannot be read as XML: it holds no elements");
  return records.map((record) => flatten($, $(record), ""));
}

/** Children of one name that hold something themselves. */
function repeatedIn($: CheerioAPI, parent: Element): Element[][] {
  const byName = new Map<string, Element[]>();
  for (const child of $(parent).children().toArray()) {
    if ($(child).children().length === 0 && Object.keys($(child).attr() ?? {}).length === 0) continue;
    const name = nameOf(child);
    const same = byName.get(name);
    if (same) same.push(child);
    else byName.set(name, [child]);
  }
  const lists = [...byName.values()].sort((left, right) => right.length - left.length);
  const [most] = lists;
  // One item alone is a record too, where the parent is plainly a list of them.
  return most && (most.length > 1 || /^(item|entry|row|record)$/.test(nameOf(most[0] as Element))) ? [most] : [];
}

function flatten($: CheerioAPI, record: Cheerio<Element>, prefix: string): Row {
  const row: Row = {};
  const put = (name: string, value: string) => {
    const before = row[name];
    if (typeof before === "string" && before.length >= longest) return;
    row[name] = readCell((before ? `${before}; ${value}` : value).slice(0, longest));
  };
  for (const [name, value] of Object.entries(record.attr() ?? {}))
    if (!name.startsWith("xmlns")) put(prefix + name, value);
  for (const child of record.children().toArray()) {
    const name = prefix + nameOf(child);
    const inner = $(child);
    if (inner.children().length > 0)
      for (const [key, value] of Object.entries(flatten($, inner, `${name}.`))) put(key, String(value ?? ""));
    else {
      const text = plain(inner.text());
      if (text) put(name, text);
      for (const [key, value] of Object.entries(inner.attr() ?? {})) put(`${name}.${key}`, value);
    }
  }
  if (record.children().length === 0 && record.text().trim())
    put(prefix.replace(/\.$/, "") || "value", plain(record.text()));
  return row;
}

/** Feeds carry HTML in their texts. */
function plain(text: string): string {
  const bare = /<\w+[^>]*>/.test(text) ? load(text).text() : text;
  return bare.replace(/\s+/g, " ").trim();
}

function nameOf(element: Element): string {
  return "name" in element ? String(element.name) : "";
}

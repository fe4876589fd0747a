import type { Json, JsonObject } from "#lib/contract/json.ts";

const length = 240;

/** What lists show of a result: its own excerpt, else the first words that its readers will see. */
export function excerptOf(result: JsonObject | null, content: string | null): string | null {
  if (!result) return null;
  if (typeof result.excerpt === "string" && result.excerpt) return result.excerpt;
  const words = [content, textIn(result), textIn(firstOf(result.emails)), textIn(firstOf(result.posts))];
  const first = words.find((text) => text);
  return first ? cut(withoutMarks(first.slice(0, 4 * length))) : null;
}

function textIn(object: Json | undefined): string | null {
  const isObject = object && typeof object === "object" && !Array.isArray(object);
  return isObject && typeof object.text === "string" ? object.text : null;
}

function firstOf(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? list[0] : undefined;
}

/** Good enough for a glance: parsing a hundred texts of a page as Markdown takes longer than reading them all. */
function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^(?:#{1,6}\s+.*|[=-]{3,}|\|.*)$/gm, " ")
    .replace(/^\s*(?:>|[-*+]|\d+\.)\s+/gm, "")
    .replace(/(?<!\w)([*_`]{1,3})(?=\S)([^*_`]+)\1(?!\w)/g, "$2")
    .replace(/\s*\[\d+\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function cut(text: string): string | null {
  if (text.length <= length) return text || null;
  return `${text.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

import type { Json } from "#lib/contract/json.ts";
import { validationError } from "#lib/errors.ts";

/** Deeper than any request of ours, and far from where a recursive reader would run out of stack. */
const maxDepth = 64;

type Place = { value: Json; path: string; depth: number };

/**
 * Refuses what JSON can say and nobody here can keep: U+0000, half a surrogate pair, a number beyond all bounds (`1e400`),
 * a `__proto__` (which readers of records drop without a word), and nesting without end.
 * @throws HubError VALIDATION_ERROR (422) naming the place
 */
export function requireStorable(body: Json): void {
  const places: Place[] = [{ value: body, path: "", depth: 0 }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, path, depth } = place;
    if (typeof value === "string") requireText(value, path);
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      throw validationError([{ path, message: "is too large a number" }]);
    if (typeof value !== "object" || value === null) continue;
    if (depth >= maxDepth)
      throw validationError([{ path: topOf(path), message: `is nested deeper than ${maxDepth} levels` }]);
    for (const [key, item] of Object.entries(value)) {
      const inner = path ? `${path}.${key}` : key;
      requireText(key, path);
      if (key === "__proto__") throw validationError([{ path: inner, message: "is not a field of this request" }]);
      places.push({ value: item, path: inner, depth: depth + 1 });
    }
  }
}

function requireText(text: string, path: string): void {
  if (text.includes("\u0000"))
    throw validationError([{ path, message: "holds a null character, which cannot be stored" }]);
  if (!text.isWellFormed()) {
    throw validationError([
      { path, message: "holds half a character (an unpaired surrogate), which cannot be stored" },
    ]);
  }
}

function topOf(path: string): string {
  return path.split(".", 1)[0] ?? "";
}

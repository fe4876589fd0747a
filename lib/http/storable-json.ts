import type { Json } from "#lib/contract/json.ts";
import { validationError } from "#lib/errors.ts";

/** Deeper than any request of ours, and far from where a recursive reader would run out of stack. */
const maxDepth = 64;
/**
 * More than a table of 20,000 rows that fits a request, and what is looked through in a fraction of a second: a body of
 * nothing but commas would hold up everyone's requests for minutes.
 */
const maxValues = 400_000;

type Fault = { path: string[]; message: string };

/**
 * Refuses what JSON can say and nobody here can keep: U+0000, half a surrogate pair, a number beyond all bounds (`1e400`),
 * a `__proto__` (which readers of records drop without a word), nesting without end, and more values than can be read while
 * others wait.
 * @throws HubError VALIDATION_ERROR (422) naming the place
 */
export function requireStorable(body: Json): void {
  const fault = new Walk().findFault(body, 0);
  if (!fault) return;
  const { path, message } = fault;
  // The place in a deep nest says nothing that its top does not.
  throw validationError([{ path: path.slice(0, path.length >= maxDepth ? 1 : undefined).join("."), message }]);
}

/** Most bodies have no fault, so a place is put into words on the way back from one alone. */
class Walk {
  #values = 0;

  findFault(value: Json, depth: number): Fault | null {
    if (typeof value === "string") return textFault(value);
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      return { path: [], message: "is too large a number" };
    if (typeof value !== "object" || value === null) return null;
    if (depth >= maxDepth) return { path: [], message: `is nested deeper than ${maxDepth} levels` };
    return Array.isArray(value) ? this.#listFault(value, depth) : this.#objectFault(value, depth);
  }

  #listFault(list: Json[], depth: number): Fault | null {
    if (this.#isTooMuch(list.length)) return tooMuch();
    for (const [index, item] of list.entries()) {
      const fault = this.findFault(item, depth + 1);
      if (fault) return within(String(index), fault);
    }
    return null;
  }

  #objectFault(object: { [key: string]: Json }, depth: number): Fault | null {
    const keys = Object.keys(object);
    if (this.#isTooMuch(keys.length)) return tooMuch();
    for (const key of keys) {
      const inKey = textFault(key);
      if (inKey) return inKey;
      if (key === "__proto__") return { path: [key], message: "is not a field of this request" };
      const fault = this.findFault(object[key] as Json, depth + 1);
      if (fault) return within(key, fault);
    }
    return null;
  }

  #isTooMuch(more: number): boolean {
    this.#values += more;
    return this.#values > maxValues;
  }
}

function within(key: string, { path, message }: Fault): Fault {
  return { path: [key, ...path], message };
}

function tooMuch(): Fault {
  const most = maxValues.toLocaleString("en");
  return {
    path: [],
    message: `brings the request to more than ${most} values; send large tables as CSV text or uploads`,
  };
}

function textFault(text: string): Fault | null {
  if (text.includes("\u0000")) return { path: [], message: "holds a null character, which cannot be stored" };
  if (text.isWellFormed()) return null;
  return { path: [], message: "holds half a character (an unpaired surrogate), which cannot be stored" };
}

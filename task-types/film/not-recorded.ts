import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "#lib/contract/json.ts";
import type { Retypeset } from "#task-types/retypeset.ts";

/**
 * For what is spoken and filmed: an edit is kept as what it should say, and the difference to what it does say is told.
 * @param list where the result has its parts
 * @param words the fields of a part that are heard or seen in the film
 */
export function notRecorded<Request extends JsonObject, Result extends JsonObject>(
  list: keyof Result & string,
  words: readonly string[],
): Retypeset<Request, Result> {
  return async ({ before, after }, { degrade }) => {
    const old = partsOf(before.result[list]);
    const changed = partsOf(after.result[list]).flatMap((part, index) =>
      words.some((word) => !isDeepStrictEqual(part[word], old[index]?.[word])) ? [index + 1] : [],
    );
    if (changed.length > 0) {
      const named = `${list.replace(/s$/, changed.length > 1 ? "s" : "")} ${new Intl.ListFormat("en").format(changed.map(String))}`;
      degrade(`The film and its subtitles are from before the edit of ${named}; send it back to have it recorded anew`);
    }
    return after;
  };
}

function partsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value : [];
}

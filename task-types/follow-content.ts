import type { JsonObject } from "#lib/contract/json.ts";
import type { Retypeset } from "./retypeset.ts";
import { sourceChanged } from "./source-changed.ts";

/** For results that repeat the text in one of their fields: the field follows the text. */
export function followContent<Result extends JsonObject>(field: keyof Result & string): Retypeset<JsonObject, Result> {
  return async ({ before, after }) => {
    const derivation = { sources: ["content"], derived: [field] } as const;
    const fields = ({ content, result }: typeof after) => ({ ...result, content }) as JsonObject;
    if (!sourceChanged<JsonObject>(fields(before), fields(after), derivation, "result")) return after;
    return { ...after, result: { ...after.result, [field]: after.content ?? "" } };
  };
}

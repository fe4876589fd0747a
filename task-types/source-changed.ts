import { isDeepStrictEqual } from "node:util";
import { validationError } from "#lib/errors.ts";

/** Fields that people word, and the fields that are made of them and never edited by themselves. */
export type Derivation<Fields> = {
  sources: readonly (keyof Fields & string)[];
  derived: readonly (keyof Fields & string)[];
};

/**
 * Whether an edit changed what the derived fields are made of, so that they have to be made again. Where it did, what the
 * edit says of a derived field is passed over: lists are patched whole, and carry the old ones along.
 * @param place path of the object in the request: `result.emails.0`
 * @throws HubError VALIDATION_ERROR for a derived field that was changed while its sources stayed
 */
export function sourceChanged<Fields extends object>(
  before: Fields | undefined,
  after: Fields,
  { sources, derived }: Derivation<Fields>,
  place: string,
): boolean {
  const differs = (name: keyof Fields) => !isDeepStrictEqual(before?.[name], after[name]);
  if (!before || sources.some(differs)) return true;
  const changed = derived.filter(differs);
  if (changed.length === 0) return false;
  const named = new Intl.ListFormat("en", { type: "disjunction" }).format(sources);
  const message = `is made from other fields; edit ${named} instead, and it follows`;
  throw validationError(changed.map((name) => ({ path: `${place}.${name}`, message })));
}

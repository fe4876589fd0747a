import type { Cell } from "#task-types/table-data.ts";
import { isMissing, unitOf } from "#task-types/tables/read-cell.ts";

/** A column of numbers: null where a row has none. */
export type NumericColumn = { values: (number | null)[]; unit: string | null; aggregate: "sum" | "mean" };

/** What is measured per something, or on a scale, says nothing when it is added up. */
const perSomething =
  /rate\b|ratio\b|per[\s_-]?cent|%|\bshare\b|margin|marge|\bavg\b|average|durchschnitt|\bmean\b|median|price|preis|prix|precio|score|rating|\bnps\b|temperature|\bper[\s_]|anteil|quote\b|index\b|\bage\b|level\b|balance|headcount|inventory|bestand/i;
/** Numbers that only name things. */
const naming =
  /^(id|number|no\.?|nr\.?|index|year|month|zip|postcode|plz|phone|telephone|sku|#|rank|row)$|(^|[\s_-])(id|nr|no|uuid|zip|code)$|[a-z]Id$|^id[\s_-]/;

/** How the rows of one period make one value: added up, or averaged. */
export function aggregateOf(column: string, cells: readonly Cell[]): "sum" | "mean" {
  return unitIn(column, cells) === "%" || perSomething.test(column.replaceAll("_", " ")) ? "mean" : "sum";
}

/** The unit that most of a column's values carry, or its name: "€", "USD", "%"; null for bare numbers. */
export function unitIn(column: string, cells: readonly Cell[]): string | null {
  const filled = cells.filter((cell) => !isMissing(cell));
  const units = filled.flatMap((cell) => unitOf(cell) ?? []);
  const usual = units.find((unit) => units.filter((other) => other === unit).length > filled.length / 2);
  return usual ?? /%|[$€£¥]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|JPY|PLN)\b/.exec(column)?.[0] ?? null;
}

export function onlyNames(column: string): boolean {
  return naming.test(column.trim()) || naming.test(column.trim().toLowerCase());
}

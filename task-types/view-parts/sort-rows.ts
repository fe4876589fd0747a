export type Cell = string | number | boolean | null;

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Numbers by size, words as people order them, what is empty last either way. */
export function sortRows<Row extends Record<string, Cell>>(
  rows: readonly Row[],
  key: string,
  descending: boolean,
): Row[] {
  const turn = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[key] ?? null, other[key] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number") return turn * (a - b);
    return turn * words.compare(String(a), String(b));
  });
}

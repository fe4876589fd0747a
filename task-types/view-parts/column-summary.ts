import { figure, mayBeYear, yearFigure } from "./figure-text.ts";
import type { Cell } from "./sort-rows.ts";

export type ColumnSummary =
  | { kind: "numbers"; total: number; mean: number; minimum: number; maximum: number; years: boolean; empty: number }
  | { kind: "words"; distinct: number; empty: number };

/** What a column holds: a column of numbers where all that is not empty is a number. */
export function summarise(cells: readonly Cell[]): ColumnSummary {
  const filled = cells.filter((cell) => cell !== null && cell !== "");
  const empty = cells.length - filled.length;
  const numbers = filled.filter((cell) => typeof cell === "number");
  if (numbers.length === 0 || numbers.length < filled.length) {
    return { kind: "words", distinct: new Set(filled).size, empty };
  }
  const total = numbers.reduce((sum, each) => sum + each, 0);
  const [minimum, maximum] = numbers.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return {
    kind: "numbers",
    total,
    mean: total / numbers.length,
    minimum,
    maximum,
    years: numbers.every(mayBeYear),
    empty,
  };
}

/** "sum 1,200 · mean 240 · 100 to 400"; "12 different, 3 empty" */
export function summaryText(summary: ColumnSummary | undefined): string {
  if (!summary) return "";
  const empty = summary.empty > 0 ? `, ${figure(summary.empty)} empty` : "";
  if (summary.kind === "words") return `${figure(summary.distinct)} different${empty}`;
  const { total, mean, minimum, maximum, years } = summary;
  if (years) return `${yearFigure(minimum)} to ${yearFigure(maximum)}${empty}`;
  return `sum ${figure(total)} · mean ${figure(mean)} · ${figure(minimum)} to ${figure(maximum)}${empty}`;
}

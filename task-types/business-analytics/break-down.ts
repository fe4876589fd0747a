import type { Row } from "#task-types/table-data.ts";
import { type NumericColumn, onlyNames } from "./column-kinds.ts";
import { tidy } from "./measure.ts";
import type { Breakdown } from "./schema.ts";

/** More groups than this are no overview. */
const mostGroups = 30;
/** Characters; longer values are texts, not names of groups. */
const longestName = 40;

/** The first column of few repeated words shares out the first metric that adds up: revenue by region. */
export function breakDown(
  table: readonly Row[],
  columns: readonly string[],
  periodColumn: string | null,
  numeric: ReadonlyMap<string, NumericColumn>,
  metrics: readonly string[],
): Breakdown | null {
  const column = columns.find(
    (each) => each !== periodColumn && !numeric.has(each) && !onlyNames(each) && isGrouping(table, each, periodColumn),
  );
  const metric = metrics.find((name) => numeric.get(name)?.aggregate === "sum") ?? metrics[0];
  const measured = metric ? numeric.get(metric) : undefined;
  if (!column || !measured || !metric) return null;
  const groups = new Map<string, number[]>();
  for (const [index, row] of table.entries()) {
    const value = measured.values[index] ?? null;
    if (value === null) continue;
    const name = String(row[column] ?? "—");
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  const totals = [...groups].map(([name, values]) => {
    const sum = values.reduce((total, value) => total + value, 0);
    return { name, total: tidy(measured.aggregate === "mean" ? sum / values.length : sum) };
  });
  const all = totals.reduce((sum, { total }) => sum + total, 0);
  const isShared = measured.aggregate === "sum" && all > 0 && totals.every(({ total }) => total >= 0);
  return {
    ...{ column, metric, unit: measured.unit, aggregate: measured.aggregate },
    groups: totals
      .map((group) => ({ ...group, share: isShared ? tidy(group.total / all) : null }))
      .sort((left, right) => right.total - left.total),
  };
}

/** Names that repeat; without times, one name for each row will do. */
function isGrouping(table: readonly Row[], column: string, periodColumn: string | null): boolean {
  const distinct = new Set(table.map((row) => row[column] ?? ""));
  const areNames = [...distinct].every((value) => String(value).length <= longestName && !/\n/.test(String(value)));
  const repeats = distinct.size * 2 <= table.length || periodColumn === null;
  return areNames && repeats && distinct.size > 1 && distinct.size <= mostGroups;
}

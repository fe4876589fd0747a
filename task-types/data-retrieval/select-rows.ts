import type { Cell, Row } from "#task-types/table-data.ts";
import { periodKey } from "#task-types/tables/periods.ts";
import { numberIn, usesDecimalComma } from "#task-types/tables/read-cell.ts";
import type { Filter } from "./schema.ts";

/** Filters in their short form, `{city: "Aarhus"}`, ask for equality. */
export function readFilters(filters: Filter[] | Record<string, Cell>): Filter[] {
  if (Array.isArray(filters)) return filters;
  return Object.entries(filters).map(([field, value]) => ({ field, op: "eq", value }));
}

/** The rows that fit all filters, with the wanted columns alone; names are compared without regard to case. */
export function selectRows(rows: readonly Row[], fields: readonly string[], filters: readonly Filter[]): Row[] {
  const kept = rows.filter((row) => filters.every((filter) => fits(cellOf(row, filter.field), filter)));
  if (fields.length === 0) return kept;
  return kept.map((row) => Object.fromEntries(fields.map((field) => [field, cellOf(row, field) ?? null])));
}

/** Undefined for a column that the row does not have. */
export function cellOf(row: Row, field: string): Cell | undefined {
  if (Object.hasOwn(row, field)) return row[field];
  const wanted = plain(field);
  const column = Object.keys(row).find((name) => plain(name) === wanted);
  return column === undefined ? undefined : row[column];
}

function fits(cell: Cell | undefined, { op, value }: Filter): boolean {
  if (op === "in") return Array.isArray(value) && value.some((each) => same(cell, each));
  if (Array.isArray(value)) return false;
  if (op === "eq") return same(cell, value);
  if (op === "ne") return !same(cell, value);
  if (cell === undefined || cell === null || value === null) return false;
  if (op === "contains") return String(cell).toLowerCase().includes(String(value).toLowerCase());
  const order = compare(cell, value);
  if (op === "gt") return order > 0;
  if (op === "gte") return order >= 0;
  return op === "lt" ? order < 0 : order <= 0;
}

function same(cell: Cell | undefined, value: Cell): boolean {
  if (cell === undefined || cell === null || value === null) return (cell ?? null) === value;
  return compare(cell, value) === 0;
}

/** Numbers as numbers, also with a currency or as text; dates by time, however they are written; the rest as text. */
function compare(cell: string | number | boolean, value: string | number | boolean): number {
  const [left, right] = [asNumber(cell), asNumber(value)];
  if (left !== null && right !== null) return left - right;
  const [before, after] = [asTime(cell), asTime(value)];
  if (before !== null && after !== null) return before === after ? 0 : before < after ? -1 : 1;
  const [a, b] = [String(cell).trim().toLowerCase(), String(value).trim().toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}

function asNumber(cell: string | number | boolean): number | null {
  return typeof cell === "boolean" ? null : numberIn(cell, usesDecimalComma([cell]));
}

function asTime(cell: string | number | boolean): string | null {
  return typeof cell === "string" ? periodKey(cell) : null;
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

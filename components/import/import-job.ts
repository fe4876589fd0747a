import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { checkCell } from "./check-cell.ts";
import {
  cellValue,
  guessMapping,
  guessType,
  type ImportField,
  importFields,
  place,
  typeField,
} from "./import-fields.ts";
import type { Table } from "./read-table.ts";

export type ImportRow = {
  cells: string[];
  sent: boolean;
  /** What the server refused, by field. */
  refused?: Record<string, string>;
};

/** A table on its way to become tasks; kept in the browser until it is done or thrown away. */
export type ImportJob = {
  id: string;
  name: string;
  columns: string[];
  rows: ImportRow[];
  /** By column, the field that it is; "" for none. */
  mapping: string[];
  /** Of every row, unless a column says it. */
  type: string;
  group: string;
  sending: boolean;
};

export function newJob(name: string, table: Table, types: readonly TaskTypeInfo[], now: Date): ImportJob {
  const type = typesNamedIn(table, types)[0] ?? guessType(table.columns, types) ?? types[0];
  const stamp = now.toISOString().slice(0, 16).replace(/[T:]/g, "-");
  return {
    id: `${stamp}-${Math.random().toString(36).slice(2, 6)}`,
    name,
    columns: table.columns,
    rows: table.rows.map((cells) => ({ cells, sent: false })),
    mapping: guessMapping(table.columns, fieldsOfTypes(type ? [type, ...typesNamedIn(table, types)] : [])),
    type: type?.name ?? "",
    group: `import-${stamp}`,
    sending: false,
  };
}

/** The types that rows say they are, the first row's first. */
function typesNamedIn({ columns, rows }: Table, types: readonly TaskTypeInfo[]): TaskTypeInfo[] {
  const at = columns.findIndex((column) => column.trim().toLowerCase() === typeField);
  const named = new Set(rows.map((cells) => cells[at]?.trim()));
  return [...named].flatMap((name) => types.find((type) => type.name === name) ?? []);
}

/** The fields of several types, each path once. */
export function fieldsOfTypes(types: readonly TaskTypeInfo[]): ImportField[] {
  const byPath = new Map<string, ImportField>();
  for (const field of types.flatMap(importFields)) if (!byPath.has(field.path)) byPath.set(field.path, field);
  return [...byPath.values()];
}

/** Faults of a row by field path; a field without a column has its fault at the row. */
export type Faults = Record<string, string>;

/** The groups in which the rows are that were sent: each row's own, or the job's. */
export function groupsOfSent({ rows, mapping, group }: Pick<ImportJob, "rows" | "mapping" | "group">): string[] {
  const column = mapping.indexOf("task_source_group_id");
  const groups = rows.flatMap(({ cells, sent }) => (sent ? cells[column]?.trim() || group.trim() : []));
  return [...new Set(groups)].filter(Boolean);
}

export function isFaulty(faults: Faults): boolean {
  return Object.keys(faults).length > 0;
}

/** By the index of a row whose task id an earlier row has, that earlier row's index. */
export function repeatedIds(rows: readonly ImportRow[], mapping: readonly string[]): Map<number, number> {
  const column = mapping.indexOf("task_id");
  const first = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const [index, row] of column < 0 ? [] : rows.entries()) {
    const id = row.cells[column]?.trim();
    if (!id) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else repeated.set(index, earlier);
  }
  return repeated;
}

export type RowReader = { faultsOf: (row: ImportRow) => Faults; taskOf: (row: ImportRow, index: number) => JsonObject };

/** Reads rows as the job's columns and type say; what was read once is remembered. */
export function rowReader(
  job: Pick<ImportJob, "id" | "mapping" | "type" | "group">,
  types: readonly TaskTypeInfo[],
): RowReader {
  const fieldsByType = new Map(types.map((type) => [type.name, importFields(type)]));
  const typeColumn = job.mapping.indexOf(typeField);
  const known = new WeakMap<ImportRow, Faults>();
  const typeOf = (row: ImportRow) => (typeColumn < 0 ? job.type : (row.cells[typeColumn] ?? "").trim());
  const cellOf = (row: ImportRow, field: ImportField) => row.cells[job.mapping.indexOf(field.path)] ?? "";

  function readFaults(row: ImportRow): Faults {
    const fields = fieldsByType.get(typeOf(row));
    if (!fields) return { [typeField]: `${typeOf(row) || "nothing"} is no type of task` };
    const faults = fields.flatMap((field) => {
      const fault = checkCell(field, cellOf(row, field));
      return fault ? [[field.path, fault] as const] : [];
    });
    return { ...Object.fromEntries(faults), ...row.refused };
  }
  return {
    faultsOf(row) {
      const faults = known.get(row) ?? readFaults(row);
      known.set(row, faults);
      return faults;
    },
    taskOf(row, index) {
      const task: JsonObject = { task_type: typeOf(row), task_id: `${job.id}-${String(index + 1).padStart(4, "0")}` };
      if (job.group.trim()) task.task_source_group_id = job.group.trim();
      for (const field of fieldsByType.get(typeOf(row)) ?? []) {
        const value = cellValue(field, cellOf(row, field));
        if (value !== undefined) place(task, field.path, value);
      }
      return task;
    },
  };
}

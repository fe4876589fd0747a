import { asc, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";

/** One value that rows are ordered by: as SQL, its type there, and as text of a row; null where a row has none. */
type Key = { column: SQLWrapper; type: string; of: (row: TaskRow) => string | null };

const created: Key = {
  column: tasks.createdAt,
  type: "timestamptz",
  of: (row) => row.createdAt.toISOString(),
};

/**
 * What lists can be ordered by, each with an index behind it that ends in the uid (db/schema/tasks.ts). An order runs up
 * or down through all its keys, so that a page begins where a comparison of rows says.
 */
const orders = {
  created_at: [created],
  updated_at: [{ column: tasks.updatedAt, type: "timestamptz", of: (row) => row.updatedAt.toISOString() }],
  status: [{ column: tasks.status, type: "text", of: (row) => row.status }, created],
  task_type: [{ column: tasks.taskType, type: "text", of: (row) => row.taskType }, created],
  priority: [{ column: tasks.priority, type: "smallint", of: (row) => String(row.priority) }],
  quality_score: [
    {
      column: tasks.qualityScore,
      type: "real",
      of: (row) => (row.qualityScore === null ? null : String(row.qualityScore)),
    },
  ],
  // Upwards: what reviewers take first. Urgent before normal, due before not due, the longest waiting first.
  review_order: [
    { column: sql`(-${tasks.priority})`, type: "smallint", of: (row) => String(-row.priority) },
    {
      column: sql`coalesce(${tasks.dueAt}, 'infinity'::timestamptz)`,
      type: "timestamptz",
      of: (row) => row.dueAt?.toISOString() ?? "infinity",
    },
    created,
  ],
} satisfies Record<string, Key[]>;

export type SortField = keyof typeof orders;
export type SortOrder = "asc" | "desc";

export type TaskOrder = {
  sortBy: SortField;
  sortOrder: SortOrder;
  /** Goes on after this row: the values of its keys, as text. */
  after?: Place;
};

/** Where a row stands in an order. */
export type Place = { values: (string | null)[]; uid: string };

function keysOf(sortBy: SortField): Key[] {
  return orders[sortBy];
}

export function placeOf(row: TaskRow, sortBy: SortField): Place {
  return { values: keysOf(sortBy).map((key) => key.of(row)), uid: row.uid };
}

/** Absent scores stand last whichever way a page is ordered; the other keys are never null. */
export function orderedBy({ sortBy, sortOrder }: TaskOrder): SQL[] {
  const direction = sortOrder === "asc" ? asc : desc;
  const keys = keysOf(sortBy).map(({ column }) => direction(column));
  return [...keys.map((key) => (sortBy === "quality_score" ? sql`${key} nulls last` : key)), direction(tasks.uid)];
}

/** The same order among rows that have every key, in the words that an index is found by. */
export function indexedOrder({ sortBy, sortOrder }: TaskOrder): SQL {
  const direction = sql.raw(sortOrder);
  const columns = [...keysOf(sortBy).map(({ column }) => column), tasks.uid];
  return sql.join(
    columns.map((column) => sql`${column} ${direction}`),
    sql`, `,
  );
}

/** Whether a row comes after the place where a page ended, among rows that have every key. */
export function afterPlace({ sortBy, sortOrder, after }: TaskOrder): SQL | undefined {
  if (!after) return undefined;
  const keys = keysOf(sortBy);
  const columns = [...keys.map(({ column }) => sql`${column}`), sql`${tasks.uid}`];
  const bounds = [
    ...keys.map(({ type }, at) => sql`${after.values[at] ?? null}::${sql.raw(type)}`),
    sql`${after.uid}::uuid`,
  ];
  const beyond = sortOrder === "asc" ? sql`>` : sql`<`;
  return sql`(${sql.join(columns, sql`, `)}) ${beyond} (${sql.join(bounds, sql`, `)})`;
}

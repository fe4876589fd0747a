import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { idsNamed, whereNamedAny } from "#db/queries/task-filters.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { taskNotFound } from "#lib/errors.ts";

/** A task is named by its id, by its number, or inside the house by its uid. */
export type TaskRef = { ref: string } | { uid: string };

const isNumber = /^[1-9]\d{0,14}$/;

/** Finds a task of one account. Ids are never all digits, so a number cannot be mistaken for one. */
export async function findTaskRow(tx: Transaction, accountId: string, task: TaskRef): Promise<TaskRow | null> {
  const [row] = await selectNamed(tx, accountId, task);
  return row ?? null;
}

function selectNamed(tx: Transaction, accountId: string, task: TaskRef) {
  return tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.accountId, accountId), whereNamed(task)))
    .orderBy(byOwnName(task))
    .limit(1);
}

function whereNamed(task: TaskRef): SQL {
  if ("uid" in task) return eq(tasks.uid, task.uid);
  if (isNumber.test(task.ref)) return eq(tasks.number, Number(task.ref));
  return inArray(tasks.id, idsNamed(task.ref));
}

/** A task whose whole id was named goes before one that only ends in it. */
function byOwnName(task: TaskRef): SQL {
  return "uid" in task ? sql`${tasks.uid}` : sql`${tasks.id} = ${task.ref} desc`;
}

/** @throws HubError TASK_NOT_FOUND, the same for a task of another account as for one that never was. */
export async function getTaskRow(tx: Transaction, accountId: string, task: TaskRef): Promise<TaskRow> {
  const row = await findTaskRow(tx, accountId, task);
  if (!row) throw taskNotFound();
  return row;
}

/**
 * As getTaskRow, and holds the row until the transaction ends: what the verb decides on is what its UPDATE finds.
 * @throws HubError TASK_NOT_FOUND
 */
export async function lockTaskRow(tx: Transaction, accountId: string, task: TaskRef): Promise<TaskRow> {
  const [row] = await selectNamed(tx, accountId, task).for("no key update");
  if (!row) throw taskNotFound();
  return row;
}

/**
 * Those of the named tasks that there are, by name, held as by lockTaskRow: all in one order, so that two who want the
 * same do not wait for each other.
 */
export async function lockTaskRows(tx: Transaction, accountId: string, refs: string[]): Promise<Map<string, TaskRow>> {
  const rows = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.accountId, accountId), whereNamedAny(refs)))
    .orderBy(asc(tasks.uid))
    .for("no key update");
  const byName = new Map(rows.flatMap((row) => [[row.id, row] as const, [String(row.number), row] as const]));
  return new Map(
    refs.flatMap((ref) => {
      const row = idsNamed(ref)
        .map((name) => byName.get(name))
        .find((named) => named !== undefined);
      return row ? [[ref, row] as const] : [];
    }),
  );
}

import { and, eq, inArray } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { checkReferenceUrls } from "#domain/tasks/check-reference-urls.ts";
import { requireCreationRights } from "#domain/tasks/create-task.ts";
import { readTaskDetails } from "#domain/tasks/get-task.ts";
import { insertTasks } from "#domain/tasks/insert-tasks.ts";
import { type NewTask, type Tolerated, tryReadNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { type Issue, validationError } from "#lib/errors.ts";

export const maxTasksAtOnce = 100;

/** A body in the hub's own words, and what was noticed in putting it so. */
export type TaskRequest = { body: JsonObject; warnings: string[] };

const pathOf = (index: number) => `tasks.${index}.`;

/**
 * Creates 1–100 tasks with their jobs in one transaction, or none: every fault of every task is named. Ids that the
 * account already has come back as they are. The answer stands in the order of the request.
 * @throws HubError VALIDATION_ERROR
 */
export async function createTasks(ctx: Ctx, requests: TaskRequest[], tolerated?: Tolerated): Promise<TaskDetail[]> {
  const newTasks = readAll(requests, tolerated);
  requireCreationRights(ctx, newTasks);
  await checkReferenceUrls(newTasks, pathOf);
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    const uids = await insertOrFind(txCtx, newTasks);
    return readTaskDetails(txCtx, uids);
  });
}

function readAll(requests: TaskRequest[], tolerated?: Tolerated): NewTask[] {
  const issues: Issue[] = [];
  const newTasks = requests.flatMap(({ body, warnings }, index) => {
    const read = tryReadNewTask(body, { tolerated, warnings, prefix: pathOf(index), mayWait: true });
    if (!Array.isArray(read)) return read;
    issues.push(...read);
    return [];
  });
  issues.push(...repeatedIds(requests));
  if (issues.length > 0) throw validationError(issues);
  return newTasks;
}

function repeatedIds(requests: TaskRequest[]): Issue[] {
  const first = new Map<unknown, number>();
  return requests.flatMap(({ body }, index) => {
    const { id, path } = idOf(body);
    if (typeof id !== "string" || id === "") return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    return { path: pathOf(index) + path, message: `is the same as that of tasks.${earlier}` };
  });
}

/** An id may stand among the type's own fields, as every common field may. */
function idOf(body: JsonObject): { id: unknown; path: string } {
  const { task_id: id, request_data: nested } = body;
  if (id || typeof nested !== "object" || nested === null || Array.isArray(nested)) return { id, path: "task_id" };
  return { id: nested.task_id, path: "request_data.task_id" };
}

async function insertOrFind(ctx: TxCtx, newTasks: NewTask[]): Promise<string[]> {
  const { rows, ids } = await insertTasks(ctx, newTasks, pathOf);
  const uidOf = new Map(rows.map((row) => [row.id, row.uid]));
  const missing = ids.filter((id) => !uidOf.has(id));
  if (missing.length > 0) {
    const existing = await ctx.tx
      .select({ id: tasks.id, uid: tasks.uid })
      .from(tasks)
      .where(and(eq(tasks.accountId, ctx.actor.accountId), inArray(tasks.id, missing)));
    for (const row of existing) uidOf.set(row.id, row.uid);
  }
  return ids.flatMap((id) => uidOf.get(id) ?? []);
}

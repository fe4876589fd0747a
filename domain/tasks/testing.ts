import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type NewTaskRow, type TaskRow, tasks } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { insertDraft } from "#domain/publications/testing.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { isApproved, madeStatuses, type TaskStatus } from "#lib/contract/status.ts";

export type TestHub = TestDatabase & {
  /** The admin of the one account. */
  ctx: Ctx;
  /** The same person with the rights of another role. */
  as: (role: Role) => Ctx;
  /** The admin of a second account, made at the call. */
  addAccount: (name: string) => Promise<Ctx>;
};

/** A database with one account and its admin. */
export async function createTestHub(): Promise<TestHub> {
  const test = await createTestDatabase();
  const addAccount = async (name: string) => {
    const user = await insertTestUser(test.db, `${name.toLowerCase()}@example.com`);
    const account = await insertTestAccount(test.db, name, user.id);
    return ctxOf(test.db, account.id, user.id, "admin");
  };
  const ctx = await addAccount("First");
  const as = (role: Role) => ({ ...ctx, actor: { ...ctx.actor, role, scopes: new Set(scopesByRole[role]) } });
  return { ...test, ctx, as, addAccount };
}

/** A request for a blog post as the API would have read it. */
export function newPost(fields: JsonObject = {}) {
  return readNewTask({ task_type: "blog_post", topic: "How tides shape estuaries", ...fields });
}

/** A blog post in the given status, with what a task of that status has: a revision, a decision, an address. */
export async function insertTaskIn(ctx: Ctx, status: TaskStatus, values: Partial<NewTaskRow> = {}): Promise<TaskRow> {
  const id = values.id ?? `t-${randomUUID()}`;
  const { uid } = madeStatuses.includes(status)
    ? await insertDraft(ctx, { id, title: `Post ${id}`, content: "Twice a day the sea comes in." })
    : await insertBare(ctx, id);
  if (isApproved(status)) await approveTask(ctx, { uid }, {});
  if (status === "published") await publishTask(ctx, { uid });
  if (status === "rejected") await rejectTask(ctx, { uid }, { reason: "Too short" });
  return inAccount(ctx, async (tx) => {
    const set = { status, requestData: status === "pending" ? null : { topic: "Tides" }, ...values, id };
    await tx.update(tasks).set(set).where(eq(tasks.uid, uid));
    return getTaskRow(tx, ctx.actor.accountId, { uid });
  });
}

async function insertBare(ctx: Ctx, id: string): Promise<{ uid: string }> {
  const { accountId, createdBy } = ctx.actor;
  const row = { accountId, id, taskType: "blog_post", requiresApproval: true, requestSha256: "0", createdBy };
  const [task] = await inAccount(ctx, (tx) => tx.insert(tasks).values(row).returning({ uid: tasks.uid }));
  if (!task) throw new Error("an insert returned no row");
  return task;
}

const tables = [
  "tasks",
  "task_events",
  "phases",
  "revisions",
  "drafts",
  "reviews",
  "comments",
  "artifacts",
  "publications",
  "outbox",
  "audit",
  "task_count_deltas",
  "pgboss.job",
];

/** Everything that a verb could have written, as rows by table, read past row-level security. */
export async function readEverything(test: Pick<TestDatabase, "owner">): Promise<Record<string, JsonObject[]>> {
  const entries = tables.map(async (table) => {
    const rows = await test.owner.unsafe<{ row: JsonObject }[]>(
      `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
    );
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** All but that something was refused, which is remembered. */
export function withoutRefusals(rows: Record<string, JsonObject[]>): Record<string, JsonObject[]> {
  return { ...rows, task_events: (rows.task_events ?? []).filter(({ type }) => type !== "move_refused") };
}

/** How many rows each table has gained; tables that gained none are left out. */
export function rowsAdded(
  before: Record<string, JsonObject[]>,
  after: Record<string, JsonObject[]>,
): Record<string, number> {
  const counts = tables.map((table) => [table, (after[table]?.length ?? 0) - (before[table]?.length ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

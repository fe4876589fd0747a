import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { insertArtifact } from "#domain/publications/testing.ts";
import { unpublishTask } from "#domain/publications/unpublish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { countTasks, countTasksByStatus } from "#domain/tasks/count-tasks.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { diffRevisions } from "#domain/tasks/diff-revisions.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { getGroup, listGroups } from "#domain/tasks/list-groups.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { getRevisions, listRevisions, listStatusHistory, listTaskEvents } from "#domain/tasks/read-history.ts";
import { readStats } from "#domain/tasks/read-stats.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { resubmitTask } from "#domain/tasks/resubmit-task.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { setValidatedStatus } from "#domain/tasks/set-validated-status.ts";
import { createTestHub, insertTaskIn, newPost, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";

let hub: TestHub;
let theirs: Ctx;
let task: TaskRow;
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  task = await insertTaskIn(hub.ctx, "awaiting_approval", { id: "task_001", taskSourceGroupId: "spring" });
  await createTask(theirs, newPost({ task_id: "theirs" }));
});
afterAll(() => hub.close());

const page = { filters: {}, sortBy: "created_at", sortOrder: "desc", limit: 20, offset: 0 } as const;

describe("one task id in two accounts", () => {
  it("is two tasks, and each account finds its own", async () => {
    const mine = await createTask(hub.ctx, newPost({ task_id: "same", topic: "The first account's" }));
    const other = await createTask(theirs, newPost({ task_id: "same", topic: "The second account's" }));
    expect([mine.created, other.created]).toEqual([true, true]);
    expect((await getTask(hub.ctx, { ref: "same" })).title).toBe("The first account's");
    expect((await getTask(theirs, { ref: "same" })).title).toBe("The second account's");
  });

  it("is decided on in one of them", async () => {
    const mine = await insertTaskIn(hub.ctx, "awaiting_approval", { id: "twin" });
    const other = await insertTaskIn(theirs, "awaiting_approval", { id: "twin" });
    await approveTask(hub.ctx, { ref: "twin" }, {});
    expect((await getTask(hub.ctx, { uid: mine.uid })).status).toBe("approved");
    expect((await getTask(theirs, { uid: other.uid })).status).toBe("awaiting_approval");
  });

  it("has numbers of its own", async () => {
    const first = await getTask(theirs, { ref: "theirs" });
    expect(first.number).toBe(1);
    expect((await getTask(theirs, { ref: "1" })).id).toBe("theirs");
  });
});

const verbs: [string, (ctx: Ctx, ref: TaskRef) => Promise<unknown>][] = [
  ["read", getTask],
  ["read its events", listTaskEvents],
  ["read its history", listStatusHistory],
  ["read its revisions", listRevisions],
  ["read a revision", (ctx, ref) => getRevisions(ctx, ref, [1])],
  ["compare its revisions", (ctx, ref) => diffRevisions(ctx, ref, { from: 1, to: 1 })],
  ["approve", (ctx, ref) => approveTask(ctx, ref, {})],
  ["reject", (ctx, ref) => rejectTask(ctx, ref, { reason: "No" })],
  ["send back", (ctx, ref) => regenerateTask(ctx, ref, { feedback: "Again" })],
  ["set a status", (ctx, ref) => setValidatedStatus(ctx, ref, { status: "approved" })],
  ["set a status that is refused", (ctx, ref) => setValidatedStatus(ctx, ref, { status: "queued" })],
  ["un-approve", (ctx, ref) => unapproveTask(ctx, ref, {})],
  ["re-submit", (ctx, ref) => resubmitTask(ctx, ref, {})],
  ["edit", (ctx, ref) => editTask(ctx, ref, { version: 1, content: "Mine now" })],
  ["publish", publishTask],
  ["unpublish", unpublishTask],
  ["cancel", cancelTask],
  ["retry", retryTask],
  ["assign", (ctx, ref) => assignTask(ctx, ref, null)],
  ["comment", (ctx, ref) => commentOnTask(ctx, ref, { body: "Hello" })],
  ["delete", deleteTask],
];

describe("another account's task", () => {
  it.each(verbs)("is not there to %s: the answer is that of a task that never was", async (_, run) => {
    const before = await readEverything(hub);
    const failure = async (ref: TaskRef) => {
      const error = await run(theirs, ref).then(
        () => null,
        (reason) => reason,
      );
      const { code, status, message, details, headers } = error;
      return { code, status, message, details, headers };
    };
    const never = await failure({ ref: "task_never" });
    expect(never).toMatchObject({ code: "TASK_NOT_FOUND", status: 404 });
    expect(await failure({ ref: "task_001" })).toEqual(never);
    expect(await failure({ uid: task.uid })).toEqual(never);
    expect(await failure({ uid: randomUUID() })).toEqual(never);
    expect(await readEverything(hub)).toEqual(before);
  });

  it("is in no list, count, group or chart, whatever is asked for", async () => {
    const filters = [{}, { taskRefs: ["task_001"] }, { groupId: "spring" }, { text: "Post task_001" }];
    for (const filter of filters) {
      const { tasks: found } = await listTasks(theirs, { ...page, filters: filter });
      expect(found.map(({ accountId }) => accountId)).not.toContain(hub.ctx.actor.accountId);
    }
    expect(await countTasks(theirs, { statuses: ["approved"] })).toBe(0);
    expect(await countTasks(theirs, { groupId: "spring" })).toBe(0);
    expect(await countTasksByStatus(theirs, { taskRefs: ["task_001"] })).toEqual({});
    expect(await listGroups(theirs)).toEqual([]);
    await expect(getGroup(theirs, "spring")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await readStats(theirs, 1)).days.at(-1)).toMatchObject({ approved: 0, rejected: 0 });
  });

  it("cannot be given to its members, and its files are not there", async () => {
    const mine = await insertTaskIn(theirs, "awaiting_approval");
    await expect(assignTask(theirs, mine, hub.ctx.actor.id)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const assigned = newPost({ assigned_to: hub.ctx.actor.id });
    await expect(createTask(theirs, assigned)).rejects.toMatchObject({ details: { field: "assigned_to" } });
    const file = await insertArtifact(hub.ctx, task.uid, "a.png", "0".repeat(64));
    expect(await findArtifact(hub.ctx, file.id)).not.toBeNull();
    expect(await findArtifact(theirs, file.id)).toBeNull();
  });
});

describe("row-level security, with no where clause at all", () => {
  it("stands before every table whose rows are an account's, and lets through that account or the system, nobody else", async () => {
    // A link of invitation or for a new password is looked up by its secret's hash, before any account is known.
    const byItsSecret = "one_time_tokens";
    const tables = await hub.owner`
      select t.relname as name, t.relrowsecurity as guarded,
        (select array_agg(p.policyname || ': ' || p.qual order by p.policyname) from pg_policies p
          where p.schemaname = 'public' and p.tablename = t.relname) as policies
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'account_id'
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname <> ${byItsSecret}
      order by t.relname`;
    expect(tables.length).toBeGreaterThan(20);
    const policies = [
      "own_account: (account_id = ( SELECT hub_account_id() AS hub_account_id))",
      "system_scope: ( SELECT hub_is_system() AS hub_is_system)",
    ];
    expect(tables).toEqual(tables.map(({ name }) => ({ name, guarded: true, policies })));
  });

  const filled = ["tasks", "task_events", "revisions", "reviews", "audit", "artifacts", "task_count_deltas"];

  it.each(filled)("shows of %s only the account's rows, and none to nobody", async (table) => {
    const app = connect(hub.appUrl, { max: 1 });
    try {
      expect(await app.unsafe(`select * from ${table}`)).toHaveLength(0);
      const seen = await app.begin(async (sql) => {
        await sql`select set_config('hub.account_id', ${theirs.actor.accountId}, true)`;
        return sql.unsafe(`select distinct account_id from ${table}`);
      });
      expect(seen.map((row) => row.account_id)).not.toContain(hub.ctx.actor.accountId);
      expect(await app.unsafe(`select * from ${table}`)).toHaveLength(0);
    } finally {
      await app.end();
    }
  });

  it("lets nobody write into another account", async () => {
    const foreign = { id: "smuggled", taskType: "blog_post", requiresApproval: true, requestSha256: "0" };
    const { accountId, createdBy } = hub.ctx.actor;
    const smuggle = inAccount(theirs, (tx) => tx.insert(tasks).values({ ...foreign, accountId, createdBy }));
    await expect(smuggle).rejects.toMatchObject({ cause: { code: "42501" } });
    const stolen = await inAccount(theirs, (tx) => tx.update(tasks).set({ title: "Mine now" }).returning());
    expect(stolen.map((row) => row.accountId)).not.toContain(accountId);
    expect((await getTask(hub.ctx, { uid: task.uid })).title).toBe("Post task_001");
  });
});

describe("history", () => {
  it.each(["task_events", "revisions", "reviews", "audit"])("of %s can only be added to", async (table) => {
    const app = connect(hub.appUrl, { max: 1 });
    const account = sqlAccount(hub.ctx.actor.accountId);
    for (const change of [`update ${table} set created_at = now()`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.begin((sql) => sql.unsafe(account).then(() => sql.unsafe(change)))).rejects.toMatchObject({
        code: "42501",
      });
    }
    await app.end();
  });

  it("of another account cannot be erased by the function that deletion uses", async () => {
    const app = connect(hub.appUrl, { max: 1 });
    const erase = app.begin(async (sql) => {
      await sql.unsafe(sqlAccount(theirs.actor.accountId));
      await sql`select hub_erase_task_history(${hub.ctx.actor.accountId}::uuid, ${task.uid}::uuid)`;
    });
    await expect(erase).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });
});

/** The first statement of a transaction in this account; the id is a uuid of ours. */
function sqlAccount(accountId: string): string {
  return `select set_config('hub.account_id', '${accountId}', true)`;
}

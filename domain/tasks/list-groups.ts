import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { selectLatestGroups } from "#db/queries/task-groups.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { TaskGroup } from "#lib/contract/group.ts";
import { HubError } from "#lib/errors.ts";

const groupsShown = 200;

/** The source groups with the latest activity first, up to 200. */
export async function listGroups(ctx: Ctx, only?: string): Promise<TaskGroup[]> {
  requireScope(ctx, "tasks:read");
  const id = sql<string>`${tasks.taskSourceGroupId}`;
  const perStatus = await inAccount(ctx, async (tx) => {
    const ids = only === undefined ? await selectLatestGroups(tx, ctx.actor.accountId, groupsShown) : [only];
    return tx
      .select({
        id,
        status: tasks.status,
        count: sql<number>`count(*)`.mapWith(Number),
        progress: sql<number>`sum(${tasks.progress})`.mapWith(Number),
        cost: sql<number>`sum(${tasks.costUsd})`.mapWith(Number),
        quality: sql<number | null>`sum(${tasks.qualityScore})`,
        scored: sql<number>`count(${tasks.qualityScore})`.mapWith(Number),
        first: sql<string>`min(${tasks.createdAt})`,
        last: sql<string>`max(${tasks.updatedAt})`,
      })
      .from(tasks)
      .where(and(eq(tasks.accountId, ctx.actor.accountId), inArray(tasks.taskSourceGroupId, ids)))
      .groupBy(id, tasks.status)
      .orderBy(desc(sql`max(${tasks.updatedAt})`));
  });
  const byGroup = Map.groupBy(perStatus, (row) => row.id);
  return [...byGroup].map(([groupId, rows]) => {
    const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
    const [total, scored] = [sum((row) => row.count), sum((row) => row.scored)];
    return {
      task_source_group_id: groupId,
      counts: Object.fromEntries(rows.map((row) => [row.status, row.count])),
      total,
      progress: Math.round((sum((row) => row.progress) / total) * 10) / 10,
      total_cost: sum((row) => row.cost),
      quality_score: scored > 0 ? Math.round((sum((row) => row.quality ?? 0) / scored) * 100) / 100 : null,
      first_activity: new Date(Math.min(...rows.map((row) => Date.parse(row.first)))).toISOString(),
      last_activity: new Date(Math.max(...rows.map((row) => Date.parse(row.last)))).toISOString(),
    };
  });
}

/** @throws HubError NOT_FOUND for a group that no task of the account names */
export async function getGroup(ctx: Ctx, groupId: string): Promise<TaskGroup> {
  const [group] = await listGroups(ctx, groupId);
  if (!group) throw new HubError("NOT_FOUND", "No such group in this account");
  return group;
}

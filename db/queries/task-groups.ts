import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** Of so many tasks that changed last the groups are looked at first. */
const recentTasks = 20_000;

/**
 * The source groups with the latest activity, that one first. Where the tasks that changed last are of too few groups,
 * the groups are large and therefore few: then each is found by one step through the index.
 */
export async function selectLatestGroups(tx: Transaction, accountId: string, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive recent as materialized (
      select id, max(updated_at) as last from (
        select task_source_group_id as id, updated_at from tasks
        where account_id = ${accountId} and task_source_group_id is not null
        order by updated_at desc limit ${recentTasks}) changed
      group by id
    ), every as (
      select ${nextGroup(accountId, sql`''`)} as id where (select count(*) from recent) < ${limit}
      union all select ${nextGroup(accountId, sql`every.id`)} from every where every.id is not null
    ), found as (
      select id, last from recent where (select count(*) from recent) >= ${limit}
      union all select id, (
        select t.updated_at from tasks t where t.account_id = ${accountId} and t.task_source_group_id = every.id
        order by t.updated_at desc limit 1)
      from every where id is not null
    )
    select id from found order by last desc limit ${limit}`);
  return rows.map((row) => row.id);
}

function nextGroup(accountId: string, after: SQL): SQL {
  return sql`(select t.task_source_group_id from tasks t
    where t.account_id = ${accountId} and t.task_source_group_id > ${after} order by t.task_source_group_id limit 1)`;
}

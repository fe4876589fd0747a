import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { isVerdict } from "#db/queries/decisions.ts";
import { type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { tasks } from "#db/schema/tasks.ts";

/** Statuses of tasks that came to a result. */
export const madeStatuses = ["completed", "awaiting_approval", "approved", "published", "rejected"] as const;

/** Of one day (UTC), or, with `date` null, of all of them together; numbers as Postgres prints them. */
export type DayRow = {
  date: string | null;
  created: string | null;
  scored: string | null;
  quality: string | null;
  made: string | null;
  approved: string | null;
  rejected: string | null;
  decided_tasks: string | null;
  approved_tasks: string | null;
  cost: string | null;
};

/**
 * What happened on each day since an instant, and in all: tasks by when they were created and when they were finished,
 * decisions that were not taken back since, and money by when it was spent.
 */
export async function selectDays(tx: Transaction, accountId: string, since: Date): Promise<DayRow[]> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const day = (column: string) => sql.raw(`(${column} at time zone 'UTC')::date`);
  const made = sql.raw(madeStatuses.map((status) => `'${status}'`).join(", "));
  return tx.execute<DayRow>(sql`
    with created as (
      select ${day("created_at")} as date, count(*) as created, count(quality_score) as scored, avg(quality_score) as quality
      from tasks where account_id = ${accountId} and created_at >= ${from} group by grouping sets ((1), ())
    ), made as (
      select ${day("finished_at")} as date, count(*) as made
      from tasks where account_id = ${accountId} and finished_at >= ${from} and status in (${made})
      group by grouping sets ((1), ())
    ), last as (
      select distinct on (task_uid, revision) task_uid, decision, created_at from reviews
      where account_id = ${accountId} and created_at >= ${from} and decision <> 'endorsed'
      order by task_uid, revision, created_at desc, id desc
    ), decided as (
      select ${day("last.created_at")} as date,
        count(*) filter (where decision = 'approved') as approved,
        count(*) filter (where decision <> 'approved') as rejected,
        count(distinct uid) as decided_tasks,
        count(distinct uid) filter (where status in ('approved', 'published')) as approved_tasks
      from last join tasks on account_id = ${accountId} and uid = task_uid
      where ${isVerdict} group by grouping sets ((1), ())
    ), spent as (
      select ${day("finished_at")} as date, sum(cost_usd) as cost
      from phases where account_id = ${accountId} and cost_usd > 0 and status <> 'reused' and finished_at >= ${from}
      group by grouping sets ((1), ())
    )
    select to_char(date, 'YYYY-MM-DD') as date,
      created, scored, quality, made, approved, rejected, decided_tasks, approved_tasks, cost
    from created full join made using (date) full join decided using (date) full join spent using (date)
    where date is not null
    union all
    select null, created, scored, quality, made, approved, rejected, decided_tasks, approved_tasks, cost
    from (select * from created where date is null) c, (select * from made where date is null) m,
      (select * from decided where date is null) d, (select * from spent where date is null) s`);
}

export type ShareRow = {
  task_type: string | null;
  model: string | null;
  tasks: string;
  cost: string;
  quality: string | null;
};

/** Tasks created since an instant by type, and by the model that made them; what cost most first. */
export async function selectShares(tx: Transaction, accountId: string, since: Date): Promise<ShareRow[]> {
  return tx.execute<ShareRow>(sql`
    select task_type, model_used as model, count(*) as tasks, sum(cost_usd) as cost, avg(quality_score) as quality
    from tasks where account_id = ${accountId} and created_at >= ${since.toISOString()}::timestamptz
    group by grouping sets ((task_type), (model_used)) order by sum(cost_usd) desc, count(*) desc`);
}

export type KindRow = { task_type: string | null; group: string | null; count: string };

/** Tasks under the filters by type, and by source group; most first. */
export async function selectKinds(tx: Transaction, accountId: string, filters: TaskFilters): Promise<KindRow[]> {
  return tx.execute<KindRow>(sql`
    select task_type, task_source_group_id as group, count(*) as count
    from ${tasks} where ${whereTasks(accountId, filters)}
    group by grouping sets ((task_type), (task_source_group_id)) order by count(*) desc`);
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { isVerdict } from "#db/queries/decisions.ts";
import { type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { tasks } from "#db/schema/tasks.ts";
import { madeStatuses } from "#lib/contract/status.ts";

/** Where and from when on; sums without a day (UTC) are of all days. Numbers come as Postgres prints them. */
type Since = { accountId: string; since: Date };

const from = ({ since }: Since) => sql`${since.toISOString()}::timestamptz`;
const day = (column: string) => sql.raw(`(${column} at time zone 'UTC')::date`);
const date = sql.raw("to_char(day, 'YYYY-MM-DD') as date");

export type CreatedRow = {
  /** What it is a sum of. */
  kind: "day" | "type" | "model" | "all";
  date: string | null;
  task_type: string | null;
  model: string | null;
  tasks: string;
  scored: string;
  quality: string | null;
  cost: string;
};

/** Tasks by when they were created, by type and by the model that made them; what cost most first. */
export async function selectCreated(tx: Transaction, given: Since): Promise<CreatedRow[]> {
  return tx.execute<CreatedRow>(sql`
    select (array['day', 'type', 'model', 'all'])[array_position(array[3, 5, 6, 7], kind)] as kind, ${date}, task_type, model,
      tasks, scored, quality, cost
    from (
      select day, task_type, model_used as model, grouping(day, task_type, model_used) as kind, count(*) as tasks,
        count(quality_score) as scored, avg(quality_score) as quality, sum(cost_usd) as cost
      from (select ${day("created_at")} as day, task_type, model_used, quality_score, cost_usd from tasks
        where account_id = ${given.accountId} and created_at >= ${from(given)}) created
      group by grouping sets ((day), (task_type), (model_used), ())) sums
    order by cost desc, tasks desc`);
}

export type MadeRow = { date: string | null; made: string };

/** Tasks by when they came to a result. */
export async function selectMade(tx: Transaction, given: Since): Promise<MadeRow[]> {
  const statuses = sql.raw(madeStatuses.map((status) => `'${status}'`).join(", "));
  return tx.execute<MadeRow>(sql`
    select ${date}, made from (
      select ${day("finished_at")} as day, count(*) as made from tasks
      where account_id = ${given.accountId} and finished_at >= ${from(given)} and status in (${statuses})
      group by grouping sets ((1), ())) sums`);
}

export type DecidedRow = {
  date: string | null;
  approved: string;
  rejected: string;
  decided_tasks: string;
  approved_tasks: string;
};

/** Decisions that were not taken back since, and the tasks that they were about. */
export async function selectDecided(tx: Transaction, given: Since): Promise<DecidedRow[]> {
  return tx.execute<DecidedRow>(sql`
    with last as (
      select distinct on (task_uid, revision) task_uid, decision, created_at from reviews
      where account_id = ${given.accountId} and created_at >= ${from(given)} and decision <> 'endorsed'
      order by task_uid, revision, created_at desc, id desc
    )
    select ${date}, approved, rejected, decided_tasks, approved_tasks from (
      select ${day("last.created_at")} as day,
        count(*) filter (where decision = 'approved') as approved,
        count(*) filter (where decision <> 'approved') as rejected,
        count(distinct uid) as decided_tasks,
        count(distinct uid) filter (where status in ('approved', 'published')) as approved_tasks
      from last join tasks on account_id = ${given.accountId} and uid = task_uid
      where ${isVerdict} group by grouping sets ((1), ())) sums`);
}

export type SpentRow = { date: string | null; cost: string | null };

/** US dollars by when they were spent; what a running phase has spent so far, by when it began. */
export async function selectSpent(tx: Transaction, given: Since): Promise<SpentRow[]> {
  return tx.execute<SpentRow>(sql`
    select ${date}, cost from (
      select ${day("coalesce(finished_at, started_at)")} as day, sum(cost_usd) as cost from phases
      where account_id = ${given.accountId} and cost_usd > 0 and status <> 'reused'
        and (finished_at >= ${from(given)} or (finished_at is null and started_at >= ${from(given)}))
      group by grouping sets ((1), ())) sums`);
}

export type KindRow = { task_type: string | null; group: string | null; count: string };

/** Tasks under the filters by type, and by source group; most first. */
export async function selectKinds(tx: Transaction, accountId: string, filters: TaskFilters): Promise<KindRow[]> {
  return tx.execute<KindRow>(sql`
    select task_type, task_source_group_id as group, count(*) as count
    from ${tasks} where ${whereTasks(accountId, filters)}
    group by grouping sets ((task_type), (task_source_group_id)) order by count(*) desc`);
}

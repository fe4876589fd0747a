import { sql } from "drizzle-orm";
import { whereTasks } from "#db/queries/task-filters.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { Stats } from "#lib/contract/stats.ts";

type Day = {
  date: string;
  created: number;
  approved: number;
  rejected: number;
  completed: number;
  cost: number;
  quality: number | null;
};

type Share = { task_type: string | null; model: string | null; tasks: string; cost: string; quality: string | null };
type Waiting = { task_type: string | null; group: string | null; count: string };

const shownGroups = 6;

/**
 * What the overview draws: the account's last days, one row each (UTC), days without anything included; their tasks by
 * type and model; what waits now for whoever asks: neither snoozed nor already approved by them.
 */
export async function readStats(ctx: Ctx, days: number): Promise<Stats> {
  requireScope(ctx, "tasks:read");
  const { accountId, userId } = ctx.actor;
  const waits = whereTasks(accountId, {
    statuses: ["awaiting_approval"],
    snoozed: false,
    ...(userId && { notApprovedBy: userId }),
  });
  const { rows, shares, waiting } = await inAccount(ctx, async (tx) => ({
    rows: await tx.execute<Record<keyof Day, string | null>>(sql`
      with days as (
        select day::date as date from generate_series(
          (now() at time zone 'UTC')::date - ${days - 1}::int, (now() at time zone 'UTC')::date, interval '1 day') day
      ), made as (
        select (created_at at time zone 'UTC')::date as date, count(*) as created, avg(quality_score) as quality
        from tasks where account_id = ${accountId} and created_at >= (select min(date) from days) group by 1
      ), finished as (
        select (finished_at at time zone 'UTC')::date as date, count(*) as completed
        from tasks where account_id = ${accountId} and finished_at >= (select min(date) from days) group by 1
      ), decided as (
        select (created_at at time zone 'UTC')::date as date,
          count(*) filter (where decision = 'approved') as approved,
          count(*) filter (where decision in ('rejected', 'sent_back')) as rejected
        from reviews where account_id = ${accountId} and created_at >= (select min(date) from days) group by 1
      ), spent as (
        select (finished_at at time zone 'UTC')::date as date, sum(cost_usd) as cost
        from phases where account_id = ${accountId} and status <> 'reused' and finished_at >= (select min(date) from days)
        group by 1
      )
      select to_char(days.date, 'YYYY-MM-DD') as date, created, completed, approved, rejected, cost, quality
      from days left join made using (date) left join finished using (date) left join decided using (date)
      left join spent using (date) order by days.date`),
    shares: await tx.execute<Share>(sql`
      select task_type, model_used as model, count(*) as tasks, sum(cost_usd) as cost, avg(quality_score) as quality
      from tasks where account_id = ${accountId}
        and created_at >= ((now() at time zone 'UTC')::date - ${days - 1}::int) at time zone 'UTC'
      group by grouping sets ((task_type), (model_used)) order by sum(cost_usd) desc, count(*) desc`),
    waiting: await tx.execute<Waiting>(sql`
      select task_type, task_source_group_id as group, count(*) as count
      from ${tasks} where ${waits}
      group by grouping sets ((task_type), (task_source_group_id)) order by count(*) desc`),
  }));
  const byDay = rows.map((row) => ({
    date: row.date ?? "",
    created: Number(row.created ?? 0),
    approved: Number(row.approved ?? 0),
    rejected: Number(row.rejected ?? 0),
    completed: Number(row.completed ?? 0),
    cost: Number(row.cost ?? 0),
    quality: row.quality === null ? null : round(Number(row.quality), 2),
  }));
  const counted = (name: string, { count }: Waiting) => ({ name, count: Number(count) });
  return {
    days: byDay,
    types: shares.flatMap((row) => (row.task_type === null ? [] : { task_type: row.task_type, ...share(row) })),
    models: shares.flatMap((row) => (row.model === null ? [] : { model: row.model, ...share(row) })),
    waiting: {
      types: waiting.flatMap((row) => (row.task_type === null ? [] : counted(row.task_type, row))),
      groups: waiting.flatMap((row) => (row.group === null ? [] : counted(row.group, row))).slice(0, shownGroups),
    },
    ...summarise(byDay),
  };
}

function share({ tasks, cost, quality }: Share) {
  return { tasks: Number(tasks), cost: Number(cost), quality: quality === null ? null : round(Number(quality), 2) };
}

function summarise(days: Day[]): Omit<Stats, "days" | "types" | "models" | "waiting"> {
  const total = (pick: (day: Day) => number) => days.reduce((sum, day) => sum + pick(day), 0);
  const [approved, rejected, cost] = [total((d) => d.approved), total((d) => d.rejected), total((d) => d.cost)];
  const scored = days.filter((day) => day.quality !== null);
  const weight = scored.reduce((sum, day) => sum + day.created, 0);
  return {
    approval_rate: approved + rejected > 0 ? round(approved / (approved + rejected), 4) : null,
    average_quality:
      weight > 0 ? round(scored.reduce((sum, day) => sum + (day.quality ?? 0) * day.created, 0) / weight, 2) : null,
    cost_per_approved: approved > 0 ? round(cost / approved, 6) : null,
    cost_today: days.at(-1)?.cost ?? 0,
  };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

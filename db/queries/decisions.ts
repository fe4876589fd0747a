import { type SQL, sql } from "drizzle-orm";

/** Any time without bounds. */
export type Period = { from?: Date; to?: Date };

/** The decisions of reviewers on what a task says; the first of several approvals is none yet. */
export const isVerdict = sql.raw("decision in ('approved', 'rejected', 'sent_back')");

/** A period as a condition on a column of instants, in a statement of plain SQL. */
function within(column: SQL, { from, to }: Period): SQL {
  const since = from ? sql` and ${column} >= ${from.toISOString()}::timestamptz` : sql``;
  const until = to ? sql` and ${column} <= ${to.toISOString()}::timestamptz` : sql``;
  return sql`${since}${until}`;
}

/** Tasks that somebody decided on in the period; what was taken back, by whatever move, is no decision. */
export function decidedWithin(period: Period): SQL {
  return sql`exists (select from reviews a
    where a.account_id = tasks.account_id and a.task_uid = tasks.uid and a.${isVerdict} ${within(sql`a.created_at`, period)}
      and not exists (select from reviews v where v.account_id = a.account_id and v.task_uid = a.task_uid
        and v.revision = a.revision and v.decision <> 'endorsed' and (v.created_at, v.id) > (a.created_at, a.id)))`;
}

/** Tasks that money was spent on in the period. */
export function spentWithin(period: Period): SQL {
  return sql`exists (select from phases p where p.account_id = tasks.account_id and p.task_uid = tasks.uid
    and p.cost_usd > 0 and p.status <> 'reused' ${within(sql`coalesce(p.finished_at, p.started_at)`, period)})`;
}

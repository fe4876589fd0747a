import type { Sql } from "postgres";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import type { HubClient } from "#scripts/gallery/hub-client.ts";

/** A share of the rows for each: a team that decides on most of what it makes, with a tenth still to be read. */
const statuses = `array['completed', 'completed', 'completed', 'published', 'published', 'published', 'published', 'approved',
  'approved', 'approved', 'failed', 'rejected', 'cancelled', 'cancelled', 'on_hold', 'pending', 'completed', 'published',
  'awaiting_approval', 'awaiting_approval']`;
const types = `array['blog_post', 'social_post', 'email', 'newsletter', 'quiz', 'report', 'text_generation', 'video']`;

/**
 * An account that has worked for two months: copies of one finished task with what belongs to them, by a few statements.
 * Events are left out; no screen lists them by account.
 */
export async function seedAccount(sql: Sql, admin: HubClient, rows: number): Promise<void> {
  const made = await admin.post<TaskResponse>("/api/tasks", {
    task_type: "text_generation",
    model_name: "builtin/writer",
    input_data: { prompt: "Hello" },
  });
  await admin.until(made.task_id, "completed");
  await sql`
    insert into tasks select copied.*
    from tasks original, generate_series(1, ${rows}::int) n, lateral (
      select (${sql.unsafe(statuses)})[1 + n * 7 % 20] as drawn, ${sql.unsafe(types)} as types,
        now() - n * interval '60 days' / ${rows}::int as at) given,
      -- An account may have 100,000 tasks that are still to be worked on, and no more.
      lateral (select case when drawn in ('on_hold', 'pending') and n > 200000 then 'completed' else drawn end as status) kept,
      lateral jsonb_populate_record(original, jsonb_build_object(
        'uid', gen_random_uuid(), 'id', 'row-' || n, 'title', 'Task of the bench, number ' || n,
        'task_type', types[1 + n % 8], 'status', kept.status, 'priority', case when n % 10 = 0 then 2 else 1 end,
        'hold_kind', case when kept.status = 'on_hold' then 'paused' end,
        'task_source_group_id', 'group-' || n / 50, 'task_source_id', 'source-' || n, 'task_source_name', 'bench',
        'model_used', case when n % 3 = 0 then 'builtin/other' else 'builtin/writer' end, 'cost_usd', n % 100 / 1000.0,
        'quality_score', case when n % 5 > 0 then 4 + n % 60 / 10.0 end,
        'created_at', at, 'updated_at', at + interval '1 hour',
        'finished_at', case when kept.status not in ('on_hold', 'pending') then at + interval '5 minutes' end)) copied
    where original.id = ${made.task_id}`;
  await sql`
    insert into revisions (id, account_id, task_uid, number, sha256, content, result, origin, round, author, created_at)
    select gen_random_uuid(), t.account_id, t.uid, r.number, r.sha256, r.content, r.result, r.origin, r.round, r.author, t.finished_at
    from tasks t, tasks original join revisions r on r.task_uid = original.uid
    where original.id = ${made.task_id} and t.id like 'row-%' and t.finished_at is not null`;
  await sql`
    insert into phases (id, account_id, task_uid, round, name, ordinal, status, attempt, cost_usd, started_at, finished_at)
    select gen_random_uuid(), account_id, uid, 1, 'generate', 1, 'done', 1, 0.01, created_at, finished_at
    from tasks where id like 'row-%' and finished_at is not null`;
  await sql`
    insert into reviews (id, account_id, task_uid, decision, revision, sha256, actor, created_at)
    select gen_random_uuid(), account_id, uid, case when status = 'rejected' then 'rejected' else 'approved' end, 1, revision_sha256,
      '{"type": "user", "id": "00000000-0000-4000-8000-000000000000", "name": "Someone"}', updated_at
    from tasks where id like 'row-%' and status in ('approved', 'published', 'rejected')`;
  await sql`
    insert into audit (account_id, actor, action, target_type, target_id, created_at)
    select account_id, '{"type": "user", "id": "00000000-0000-4000-8000-000000000000", "name": "Someone"}', 'task.approve', 'task',
      id, updated_at
    from tasks where id like 'row-%' and status in ('approved', 'published', 'rejected') order by updated_at limit 50000`;
  await sql`
    insert into notifications (id, account_id, user_id, kind, task_uid, message, actor, once_key, created_at)
    select gen_random_uuid(), t.account_id, m.user_id, 'assigned', t.uid, 'Assigned to you',
      '{"type": "user", "id": "00000000-0000-4000-8000-000000000000", "name": "Someone"}', t.id, t.updated_at
    from tasks t join memberships m on m.account_id = t.account_id where t.id like 'row-%' order by t.updated_at limit 50000`;
  await sql`insert into saved_views (id, account_id, user_id, name, query)
    select gen_random_uuid(), account_id, user_id, 'View ' || n, 'status=failed' from memberships, generate_series(1, 5) n`;
  for (const table of ["tasks", "revisions", "phases", "reviews", "audit", "notifications", "task_count_deltas"]) {
    await sql`vacuum analyze ${sql(table)}`;
  }
}

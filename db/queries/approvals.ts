import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { policies } from "#db/schema/operations.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";

/** An approval of a task's present revision that nobody took back. */
type StandingApproval = {
  /** The user who answers for it; null for a key that belongs to nobody. */
  user_id: string | null;
  /** As it was recorded: the person's, or the key's. */
  name: string;
  /** ISO 8601. */
  at: string;
};

/** The person behind a recorded actor, as text: a key speaks for whoever made it, and one without an owner for nobody. */
function personIn(actor: string): SQL {
  return sql.raw(`(case ${actor} ->> 'type'
    when 'user' then ${actor} ->> 'id'
    when 'key' then (select k.created_by::text from api_keys k where k.id = (${actor} ->> 'id')::uuid) end)`);
}

/**
 * Whether the review `a` is an approval that stands, in a statement that reads `tasks`: of the present revision and its
 * hash, not taken back by its giver, and not swept away since by a rejection, by another round, or by somebody who had
 * given none and took the whole approval back.
 */
const stands = sql`a.account_id = tasks.account_id and a.task_uid = tasks.uid
  and a.decision in ('approved', 'endorsed') and a.revision = tasks.revision and a.sha256 = tasks.revision_sha256
  and not exists (
    select from reviews v where v.account_id = tasks.account_id and v.task_uid = tasks.uid
      and v.revision = tasks.revision and (v.created_at, v.id) > (a.created_at, a.id)
      and (v.decision in ('rejected', 'sent_back', 'resubmitted') or (v.decision = 'unapproved' and (
        ${personIn("v.actor")} = ${personIn("a.actor")} or not exists (
          select from reviews o where o.account_id = tasks.account_id and o.task_uid = tasks.uid
            and o.revision = tasks.revision and o.decision in ('approved', 'endorsed')
            and (o.created_at, o.id) < (v.created_at, v.id) and ${personIn("o.actor")} = ${personIn("v.actor")})))))`;

/** The standing approvals of the statement's task, oldest first, one for each person. */
const given = sql<StandingApproval[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('user_id', g.person, 'name', g.name,
    'at', to_char(g.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.created_at), '[]')
  from (select distinct on (coalesce(${personIn("a.actor")}, a.id::text)) ${personIn("a.actor")} as person,
      a.actor ->> 'name' as name, a.created_at
    from reviews a where ${stands}
    order by coalesce(${personIn("a.actor")}, a.id::text), a.created_at) g)`;

/** The policy of a task's type, to be joined to it. */
export const policyOfTask = and(eq(policies.accountId, tasks.accountId), eq(policies.taskType, tasks.taskType));

export type ApprovalProgress = { needed: number; given: StandingApproval[] };

/**
 * How far a task is that waits for several approvals; null for any other, at no cost. For statements that join
 * `policyOfTask`.
 */
export const approvalProgress = sql<ApprovalProgress | null>`(
  case when tasks.status = 'awaiting_approval' and policies.approvals_needed > 1
  then jsonb_build_object('needed', policies.approvals_needed, 'given', ${given}) end)`;

/**
 * Whether a task that waits can have an approval at all: the first of several, or one that another person's going back
 * left standing. A small index says so, and of most that wait no more has to be read.
 */
const mayHaveApproval = sql`(tasks.status <> 'awaiting_approval' or exists (select from reviews e
  where e.account_id = tasks.account_id and e.task_uid = tasks.uid and e.decision in ('endorsed', 'unapproved')))`;

/** Tasks whose present revision this person has approved. */
export function approvedBy(userId: string): SQL {
  return sql`(${mayHaveApproval} and exists (
    select from reviews a where ${stands} and ${personIn("a.actor")} = ${userId}))`;
}

/** Everything that decides who may approve a task. */
export type ApprovalFacts = {
  uid: string;
  status: TaskRow["status"];
  taskType: string;
  needed: number;
  ownAllowed: boolean;
  given: StandingApproval[];
  /** Users who asked for the task. */
  askedBy: string[];
  /** Users whose words may be in the present revision. */
  editedBy: string[];
};

const askedBy = sql<string[]>`(
  select coalesce(jsonb_agg(distinct p.person), '[]') from (
    select tasks.created_by_user_id::text as person
    union all select ${personIn("e.actor")} from task_events e
      where e.account_id = tasks.account_id and e.task_uid = tasks.uid
        and (e.type = 'created' or e.move = 'enqueue')) p where p.person is not null)`;

/** A round that kept blocks of the text before it may have kept anybody's edits. */
const editedBy = sql<string[]>`(
  select coalesce(jsonb_agg(distinct p.person), '[]') from (
    select ${personIn("r.author")} as person from revisions r
    where r.account_id = tasks.account_id and r.task_uid = tasks.uid
      and (r.round = tasks.round or tasks.blocks is not null)) p where p.person is not null)`;

/** One round trip for any number of tasks. */
export async function selectApprovalFacts(
  tx: Transaction,
  accountId: string,
  uids: string[],
): Promise<Map<string, ApprovalFacts>> {
  const rows = await tx
    .select({
      uid: tasks.uid,
      status: tasks.status,
      taskType: tasks.taskType,
      needed: sql<number>`coalesce(${policies.approvalsNeeded}, 1)`,
      ownAllowed: sql<boolean>`coalesce(${policies.allowOwnApproval}, true)`,
      given,
      askedBy,
      editedBy,
    })
    .from(tasks)
    .leftJoin(policies, policyOfTask)
    .where(and(eq(tasks.accountId, accountId), inArray(tasks.uid, uids)));
  return new Map(rows.map((row) => [row.uid, row]));
}

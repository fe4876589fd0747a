import { and, asc, desc, eq, getTableColumns, inArray, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { comments, phases, revisions, taskEvents } from "#db/schema/history.ts";

const eventsShown = 100;

/** What belongs to each of these tasks: phases, the latest 100 events (oldest first), comments, latest revision. */
export async function selectHistories(tx: Transaction, accountId: string, taskUids: string[]) {
  const ranked = tx
    .select({
      ...getTableColumns(taskEvents),
      rank: sql<number>`row_number() over (partition by ${taskEvents.taskUid} order by ${taskEvents.id} desc)`.as(
        "rank",
      ),
    })
    .from(taskEvents)
    .where(and(eq(taskEvents.accountId, accountId), inArray(taskEvents.taskUid, taskUids)))
    .as("ranked");
  const [phaseRows, eventRows, commentRows, revisionRows] = await Promise.all([
    tx
      .select()
      .from(phases)
      .where(and(eq(phases.accountId, accountId), inArray(phases.taskUid, taskUids)))
      .orderBy(asc(phases.round), asc(phases.ordinal)),
    tx.select().from(ranked).where(lte(ranked.rank, eventsShown)).orderBy(asc(ranked.id)),
    tx
      .select()
      .from(comments)
      .where(and(eq(comments.accountId, accountId), inArray(comments.taskUid, taskUids)))
      .orderBy(asc(comments.createdAt)),
    tx
      .selectDistinctOn([revisions.taskUid])
      .from(revisions)
      .where(and(eq(revisions.accountId, accountId), inArray(revisions.taskUid, taskUids)))
      .orderBy(revisions.taskUid, desc(revisions.number)),
  ]);
  const of = <Row extends { taskUid: string }>(rows: Row[]) => {
    const byTask = Map.groupBy(rows, (row) => row.taskUid);
    return (uid: string): Row[] => byTask.get(uid) ?? [];
  };
  return { phases: of(phaseRows), events: of(eventRows), comments: of(commentRows), revisions: of(revisionRows) };
}

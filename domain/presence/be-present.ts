import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { presence } from "#db/schema/attention.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { isLive, mayReturn, requirePerson, selectPresence } from "#domain/presence/read-presence.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import type { PresentPerson } from "#lib/contract/presence.ts";

/** Someone who reloads the page is back within this. */
const reloadSeconds = 10;

type Own = { accountId: string; taskUid: string; userId: string };

/**
 * Says that a person has a task open, for the next `presentSeconds`. Others are woken when they come, not each time they
 * stay. Whoever was away for longer comes anew, behind those who came meanwhile; whoever only reloaded the page does not.
 * @param visit one opening of the task in one page; one that was left is over, and a late word of it says nothing
 * @param resumes the visit of the page before it was loaded again
 * @returns who has which task open now, the caller included
 */
export async function bePresent(ctx: Ctx, ref: TaskRef, visit: string, resumes?: string): Promise<PresentPerson[]> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    const own = { accountId, taskUid: uid, userId };
    const came = !(await renew(tx, own, visit)) && (await arrive(tx, own, visit, resumes));
    if (came) await sendSignal(tx, { accountId, userId: null }, { type: "presence" });
    return selectPresence(tx, accountId, userId);
  });
}

async function renew(tx: Transaction, own: Own, visit: string): Promise<boolean> {
  const renewed = await tx
    .update(presence)
    .set({ seenAt: sql`now()` })
    .where(and(of(own), eq(presence.visit, visit), isLive))
    .returning({ visit: presence.visit });
  return renewed.length > 0;
}

/** Behind whoever is there, unless this person is there already, or was in the page that was loaded again. */
async function arrive(tx: Transaction, own: Own, visit: string, resumes = visit): Promise<boolean> {
  const [place] = await tx
    .select({ since: sql`min(${presence.since})`.mapWith(presence.since) })
    .from(presence)
    .where(and(of(own), or(isLive, and(eq(presence.visit, resumes), mayReturn))));
  const since = place?.since ?? sql`now()`;
  // Back, or come anew: either way nothing is kept for them any more.
  await tx.update(presence).set({ returnBy: null }).where(of(own));
  const came = await tx
    .insert(presence)
    .values({ ...own, visit, since })
    .onConflictDoUpdate({
      target: [presence.accountId, presence.taskUid, presence.userId, presence.visit],
      set: { since, seenAt: sql`now()` },
      setWhere: isNull(presence.leftAt),
    })
    .returning({ visit: presence.visit });
  return came.length > 0;
}

/**
 * Says that a person has closed a task: unless they have it open elsewhere, what they held is free at once.
 * @param closing whether the whole page goes, which may be to be loaded again
 */
export async function leave(ctx: Ctx, ref: TaskRef, visit: string, closing = false): Promise<void> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  await inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    const leftAt = sql`now()`;
    const returnBy = closing ? sql`now() + ${reloadSeconds} * interval '1 second'` : null;
    // It is written down even when it comes before its arrival, which then comes to nothing.
    const left = await tx
      .insert(presence)
      .values({ accountId, taskUid: uid, userId, visit, leftAt, returnBy })
      .onConflictDoUpdate({
        target: [presence.accountId, presence.taskUid, presence.userId, presence.visit],
        set: { leftAt, returnBy },
        setWhere: isNull(presence.leftAt),
      })
      .returning({ visit: presence.visit });
    if (left.length > 0) await sendSignal(tx, { accountId, userId: null }, { type: "presence" });
  });
}

function of({ accountId, taskUid, userId }: Own) {
  return and(eq(presence.accountId, accountId), eq(presence.taskUid, taskUid), eq(presence.userId, userId));
}

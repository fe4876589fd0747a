import { and, eq, isNull, min, sql } from "drizzle-orm";
import { publications } from "#db/schema/outputs.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { chooseSlug } from "#domain/publications/choose-slug.ts";

export type LiveRevision = { revision: number; sha256: string; title: string };

/** How often two posts of one title may meet at the same moment before it is an error. */
const attempts = 10;

/**
 * Makes a revision the one that readers see. A post that is live keeps its address and shows the new revision from the
 * commit on; one that was withdrawn gets its old address back when it is free.
 * @returns the last part of its address
 */
export async function putLive(ctx: TxCtx, task: TaskRow, live: LiveRevision): Promise<string> {
  const { accountId } = ctx.actor;
  const [replaced] = await ctx.tx
    .update(publications)
    .set({ ...live, publishedAt: sql`now()` })
    .where(whereLive(accountId, task.uid))
    .returning({ slug: publications.slug });
  if (replaced) return replaced.slug;

  const firstPublishedAt = await firstTime(ctx, task);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const slug = await chooseSlug(ctx, task, live.title, attempt);
    const [inserted] = await ctx.tx
      .insert(publications)
      .values({ accountId, taskUid: task.uid, slug, ...live, ...(firstPublishedAt ? { firstPublishedAt } : {}) })
      .onConflictDoNothing()
      .returning({ slug: publications.slug });
    if (inserted) return inserted.slug;
  }
  throw new Error(`No free address for "${live.title}" in ${attempts} attempts`);
}

/** Takes the task's post off the public pages. @returns whether there was one */
export async function withdraw(ctx: TxCtx, taskUid: string): Promise<boolean> {
  const [row] = await ctx.tx
    .update(publications)
    .set({ withdrawnAt: sql`now()` })
    .where(whereLive(ctx.actor.accountId, taskUid))
    .returning({ id: publications.id });
  return row !== undefined;
}

function whereLive(accountId: string, taskUid: string) {
  return and(
    eq(publications.accountId, accountId),
    eq(publications.taskUid, taskUid),
    isNull(publications.withdrawnAt),
  );
}

async function firstTime(ctx: TxCtx, task: TaskRow): Promise<Date | null> {
  const [row] = await ctx.tx
    .select({ at: min(publications.firstPublishedAt) })
    .from(publications)
    .where(and(eq(publications.accountId, ctx.actor.accountId), eq(publications.taskUid, task.uid)));
  return row?.at ?? null;
}

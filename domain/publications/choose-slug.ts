import slugify from "@sindresorhus/slugify";
import { and, desc, eq, isNull } from "drizzle-orm";
import { publications } from "#db/schema/outputs.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";

const maxLength = 80;

/** `how-tides-shape-estuaries`: at most 80 letters, cut between words. */
function slugOf(title: string): string {
  const whole = slugify(title);
  if (whole.length <= maxLength) return whole || "post";
  const cut = whole.slice(0, maxLength);
  const atWord = cut.slice(0, cut.lastIndexOf("-"));
  return atWord || cut;
}

/**
 * The last part of the post's address: the one it had before, if nobody has taken it since, else made from the title.
 * @param attempt 1 at first; each more asks for another one, after somebody was faster.
 */
export async function chooseSlug(ctx: TxCtx, task: TaskRow, title: string, attempt: number): Promise<string> {
  const [earlier] = await ctx.tx
    .select({ slug: publications.slug })
    .from(publications)
    .where(and(eq(publications.accountId, ctx.actor.accountId), eq(publications.taskUid, task.uid)))
    .orderBy(desc(publications.publishedAt))
    .limit(1);
  if (earlier && attempt === 1 && !(await isTaken(ctx, earlier.slug))) return earlier.slug;

  const base = slugOf(title);
  for (let n = attempt; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!(await isTaken(ctx, slug))) return slug;
  }
}

async function isTaken(ctx: TxCtx, slug: string): Promise<boolean> {
  const { accountId } = ctx.actor;
  const [live] = await ctx.tx
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.accountId, accountId), eq(publications.slug, slug), isNull(publications.withdrawnAt)));
  return live !== undefined;
}

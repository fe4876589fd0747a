import { inArray } from "drizzle-orm";
import { selectWithContent } from "#db/queries/task-pages.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { findTaskRow } from "#domain/tasks/find-task-row.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { releasedStatuses } from "#lib/contract/status.ts";

/** What a task of the account came to, for another task to build on; null unless it is finished and free to use. */
export async function readTaskResult(ctx: Ctx, ref: string): Promise<{ taskType: string; result: JsonObject } | null> {
  return inAccount(ctx, async (tx) => {
    const found = await findTaskRow(tx, ctx.actor.accountId, { ref });
    if (!found || !releasedStatuses.includes(found.status)) return null;
    const [row] = await selectWithContent(tx, ctx.actor.accountId, inArray(tasks.uid, [found.uid]));
    return row?.result ? { taskType: row.taskType, result: row.result } : null;
  });
}

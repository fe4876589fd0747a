import { and, eq, type SQL } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import { removeFilesLater } from "#domain/artifacts/remove-files-later.ts";
import type { TxCtx } from "#domain/context.ts";

/** Removes a task's artifacts with the caller's transaction, and their files after it. */
export async function removeTaskArtifacts(ctx: TxCtx, taskUid: string): Promise<void> {
  await removeArtifactRows(ctx, taskUid);
}

/** As removeTaskArtifacts, for those that the condition names. */
export async function removeArtifactRows(ctx: TxCtx, taskUid: string, condition?: SQL): Promise<void> {
  const removed = await ctx.tx
    .delete(artifacts)
    .where(and(eq(artifacts.accountId, ctx.actor.accountId), eq(artifacts.taskUid, taskUid), condition))
    .returning({ sha256: artifacts.sha256, thumbnailSha256: artifacts.thumbnailSha256 });
  await removeFilesLater(ctx, removed, taskUid);
}

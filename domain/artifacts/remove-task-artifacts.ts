import { and, eq, type SQL } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artifacts } from "#db/schema/outputs.ts";
import type { TxCtx } from "#domain/context.ts";
import { writeOutbox } from "#domain/outbox/write-outbox.ts";

/** Removes a task's artifacts with the caller's transaction, and their files after it. */
export async function removeTaskArtifacts(ctx: TxCtx, taskUid: string): Promise<void> {
  await removeArtifactRows(ctx, taskUid);
}

/** As removeTaskArtifacts, for those that the condition names. */
export async function removeArtifactRows(ctx: TxCtx, taskUid: string, condition?: SQL): Promise<void> {
  const removed = await ctx.tx
    .delete(artifacts)
    .where(and(eq(artifacts.accountId, ctx.actor.accountId), eq(artifacts.taskUid, taskUid), condition))
    .returning({ sha256: artifacts.sha256 });
  const hashes = [...new Set(removed.map(({ sha256 }) => sha256))];
  await writeOutbox(
    ctx,
    hashes.map((sha256) => ({
      kind: "artifact.remove" as const,
      payload: { sha256 },
      idempotencyKey: `artifact.remove:${uuidv7()}`,
      taskUid,
    })),
  );
}

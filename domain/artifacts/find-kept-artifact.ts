import { and, eq, sql } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { type Ctx, inAccount } from "#domain/context.ts";

/** A task's file that an earlier attempt made under this key; null when none did. */
export async function findKeptArtifact(ctx: Ctx, taskUid: string, key: string): Promise<ArtifactRow | null> {
  const hasKey = sql`${artifacts.metadata} @> ${JSON.stringify({ kept: key })}::text::jsonb`;
  const [row] = await inAccount(ctx, (tx) =>
    tx
      .select()
      .from(artifacts)
      .where(and(eq(artifacts.accountId, ctx.actor.accountId), eq(artifacts.taskUid, taskUid), hasKey))
      .limit(1),
  );
  return row ?? null;
}

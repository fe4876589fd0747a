import { and, eq } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { type Ctx, inAccount } from "#domain/context.ts";

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An artifact of the actor's account; null for one of another account as for one that never was. */
export async function findArtifact(ctx: Ctx, id: string): Promise<ArtifactRow | null> {
  if (!isUuid.test(id)) return null;
  const [row] = await inAccount(ctx, (tx) =>
    tx
      .select()
      .from(artifacts)
      .where(and(eq(artifacts.accountId, ctx.actor.accountId), eq(artifacts.id, id))),
  );
  return row ?? null;
}

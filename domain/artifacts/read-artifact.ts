import { eq } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { asSystem, type Ctx } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";
import { getArtifactStore } from "#lib/storage/artifact-store.ts";

/** A file to be served: what it is, and how to open it or a part of it. */
export type ReadableArtifact = Pick<ArtifactRow, "name" | "contentType" | "size" | "sha256"> & { role?: string } & {
  open: (range?: { start: number; end: number }) => Promise<ReadableStream<Uint8Array>>;
};

/**
 * A stored file of the actor's account.
 * @throws HubError NOT_FOUND
 */
export async function readArtifact(ctx: Ctx, id: string): Promise<ReadableArtifact> {
  const row = await findArtifact(ctx, id);
  if (!row) throw new HubError("NOT_FOUND", "No such file in this account");
  return toReadable(row);
}

/** A stored file of any account, for whoever holds an address that was signed for it; else null. */
export async function readSignedArtifact(
  ctx: Ctx,
  id: string,
  isSigned: (file: { id: string; accountId: string }) => boolean,
): Promise<ReadableArtifact | null> {
  if (!isUuid(id)) return null;
  const [row] = await asSystem(ctx.db, (tx) => tx.select().from(artifacts).where(eq(artifacts.id, id)));
  return row && isSigned(row) ? toReadable(row) : null;
}

function toReadable({ name, role, contentType, size, sha256 }: ArtifactRow): ReadableArtifact {
  const open: ReadableArtifact["open"] = async (range) => {
    const stream = await getArtifactStore().open(sha256, range);
    if (!stream) throw new HubError("NOT_FOUND", "The file is no longer in the store");
    return stream;
  };
  return { name, role, contentType, size, sha256, open };
}

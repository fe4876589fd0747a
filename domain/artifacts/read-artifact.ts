import { eq } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { asSystem, type Ctx } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";
import { getArtifactStore } from "#lib/storage/artifact-store.ts";

/** A file to be served: what it is, and how to open it or a part of it. */
export type ReadableArtifact = Pick<ArtifactRow, "name" | "contentType" | "size" | "sha256"> & {
  open: (range?: { start: number; end: number }) => Promise<ReadableStream<Uint8Array>>;
};

/**
 * A stored file, for an account's credential or for whoever holds its signed address.
 * @param signed the address was signed for this very file, so that no account is asked
 * @throws HubError NOT_FOUND
 */
export async function readArtifact(ctx: Ctx, id: string, signed: boolean): Promise<ReadableArtifact> {
  const row = signed ? await findSigned(ctx, id) : await findArtifact(ctx, id);
  if (!row) throw new HubError("NOT_FOUND", "No such file in this account");
  const { name, contentType, size, sha256 } = row;
  const open: ReadableArtifact["open"] = async (range) => {
    const stream = await getArtifactStore().open(sha256, range);
    if (!stream) throw new HubError("NOT_FOUND", "The file is no longer in the store");
    return stream;
  };
  return { name, contentType, size, sha256, open };
}

async function findSigned(ctx: Ctx, id: string): Promise<ArtifactRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await asSystem(ctx.db, (tx) => tx.select().from(artifacts).where(eq(artifacts.id, id)));
  return row ?? null;
}

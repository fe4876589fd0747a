import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artifacts } from "#db/schema/outputs.ts";
import { lockArtifact } from "#domain/artifacts/artifact-lock.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";

export type ArtifactRow = typeof artifacts.$inferSelect;

/** A file too large for memory, read once already for its hash (SHA-256 in hex). */
export type HashedFile = { sha256: string; blob: Blob };

export type NewStoredArtifact = {
  /** Null for an upload that no task has taken yet. */
  taskUid: string | null;
  name: string;
  /** What it is to the task: `featured_image`, `poster`, `upload`. */
  role: string;
  contentType: string;
  bytes: Uint8Array | HashedFile;
  width?: number;
  height?: number;
  metadata?: JsonObject;
};

/** Opens the transaction in which the row is written: the account's own, or one that a lease guards. */
export type OpenTransaction = (work: (ctx: TxCtx) => Promise<void>) => Promise<void>;

/**
 * Keeps a file and its row. The row is committed first and the bytes follow, for a row keeps the bytes from being
 * removed; its id is handed out when both are there.
 */
export async function storeArtifact(
  ctx: Ctx,
  store: ArtifactStore,
  artifact: NewStoredArtifact,
  open: OpenTransaction = (work) => inAccount(ctx, (tx) => work({ ...ctx, tx })),
): Promise<ArtifactRow> {
  const { bytes, ...described } = artifact;
  const file = bytes instanceof Uint8Array ? { sha256: hashOf(bytes), blob: bytes, size: bytes.byteLength } : bytes;
  const row: ArtifactRow = {
    id: uuidv7(),
    accountId: ctx.actor.accountId,
    sha256: file.sha256,
    size: "size" in file ? file.size : file.blob.size,
    createdAt: new Date(),
    ...described,
    width: artifact.width ?? null,
    height: artifact.height ?? null,
    metadata: artifact.metadata ?? null,
    thumbnailSha256: null,
  };
  await open(async ({ tx }) => {
    await lockArtifact(tx, row.sha256);
    await tx.insert(artifacts).values(row);
  });
  try {
    await store.put(row.sha256, file.blob);
  } catch (error) {
    await inAccount(ctx, (tx) =>
      tx.delete(artifacts).where(and(eq(artifacts.accountId, row.accountId), eq(artifacts.id, row.id))),
    );
    throw error;
  }
  return row;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

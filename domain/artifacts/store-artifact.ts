import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artifacts } from "#db/schema/outputs.ts";
import { lockFiles } from "#domain/artifacts/artifact-lock.ts";
import { removeFilesLater } from "#domain/artifacts/remove-files-later.ts";
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
  /** False for a picture that is only there to be downloaded. True by default. */
  thumbnail?: boolean;
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
  const { bytes, thumbnail = true, ...described } = artifact;
  const file = bytes instanceof Uint8Array ? { sha256: hashOf(bytes), blob: bytes, size: bytes.byteLength } : bytes;
  const small = thumbnail ? await makeThumbnail(file.blob, artifact.contentType) : null;
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
    thumbnailSha256: small && hashOf(small),
  };
  await open(async ({ tx }) => {
    await lockFiles(tx, [row.sha256, row.thumbnailSha256]);
    await tx.insert(artifacts).values(row);
  });
  try {
    await store.put(row.sha256, file.blob);
    if (small) await store.put(hashOf(small), small);
  } catch (error) {
    await inAccount(ctx, async (tx) => {
      await tx.delete(artifacts).where(and(eq(artifacts.accountId, row.accountId), eq(artifacts.id, row.id)));
      await removeFilesLater({ ...ctx, tx }, [row]);
    });
    throw error;
  }
  return row;
}

/** Loaded at the first picture, and not bundled: it is a native module, and few processes keep pictures. */
async function makeThumbnail(file: Uint8Array | Blob, contentType: string): Promise<Uint8Array | null> {
  if (!/^(image\/|application\/pdf$)/.test(contentType)) return null;
  const { makeThumbnail: make } = await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ "#lib/images/make-thumbnail.ts"
  );
  return make(file, contentType);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import { eq } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { asSystem, type Ctx } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

/** A file to be served: what it is, and how to open it or a part of it. */
export type ReadableArtifact = Pick<ArtifactRow, "name" | "contentType" | "size" | "sha256"> & { role?: string } & {
  open: (range?: { start: number; end: number }) => Promise<ReadableStream<Uint8Array>>;
};

/** The file itself, or the small picture of it where there is one. */
export type ArtifactForm = "whole" | "thumbnail";

/**
 * A stored file of the actor's account.
 * @throws HubError NOT_FOUND
 */
export async function readArtifact(ctx: Ctx, id: string, form: ArtifactForm = "whole"): Promise<ReadableArtifact> {
  const row = await findArtifact(ctx, id);
  if (!row) throw new HubError("NOT_FOUND", "No such file in this account");
  return toReadable(row, form);
}

/** A stored file of any account, for whoever holds an address that was signed for it; else null. */
export async function readSignedArtifact(
  ctx: Ctx,
  id: string,
  isSigned: (file: { id: string; accountId: string }) => boolean,
  form: ArtifactForm = "whole",
): Promise<ReadableArtifact | null> {
  if (!isUuid(id)) return null;
  const [row] = await asSystem(ctx.db, (tx) => tx.select().from(artifacts).where(eq(artifacts.id, id)));
  return row && isSigned(row) ? toReadable(row, form) : null;
}

type StoredFile = Pick<ArtifactRow, "name" | "contentType" | "size" | "sha256" | "thumbnailSha256"> & { role?: string };

/** A picture that has no thumbnail, as those of before there were any, is its own. @throws HubError NOT_FOUND for others */
export async function toReadable(file: StoredFile, form: ArtifactForm): Promise<ReadableArtifact> {
  const { name, role, contentType, size, sha256, thumbnailSha256 } = file;
  if (form === "thumbnail" && thumbnailSha256) {
    const bytes = new Uint8Array(await new Response(await openStored(thumbnailSha256)).arrayBuffer());
    const open: ReadableArtifact["open"] = async (range) =>
      new Blob([range ? bytes.subarray(range.start, range.end + 1) : bytes]).stream();
    const small = { contentType: "image/webp", size: bytes.byteLength, sha256: thumbnailSha256 };
    return { name: `${name.replace(/\.\w+$/, "")}.webp`, ...small, open };
  }
  if (form === "thumbnail" && !contentType.startsWith("image/")) throw new HubError("NOT_FOUND", "It has no thumbnail");
  return { name, role, contentType, size, sha256, open: (range) => openStored(sha256, range) };
}

async function openStored(sha256: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array>> {
  const stream = await getArtifactStore().open(sha256, range);
  if (!stream) throw new HubError("NOT_FOUND", "The file is no longer in the store");
  return stream;
}

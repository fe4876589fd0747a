import { type ArtifactRow, type HashedFile, storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { type Ctx, requireScope } from "#domain/context.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

/**
 * Keeps a file that a client sent, for the requests that take one: no task has it yet, and one that none takes within
 * 24 hours is removed.
 */
export async function storeUpload(
  ctx: Ctx,
  file: HashedFile & { name: string; contentType: string },
): Promise<ArtifactRow> {
  requireScope(ctx, "tasks:write");
  const { name, contentType, ...bytes } = file;
  // A page of somebody's PDF takes long to draw, and nobody is shown it.
  const thumbnail = contentType.startsWith("image/");
  return storeArtifact(ctx, getArtifactStore(), { taskUid: null, name, role: "upload", contentType, bytes, thumbnail });
}

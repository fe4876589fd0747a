import type { Database } from "#db/client.ts";
import type { ReadableArtifact } from "#domain/artifacts/read-artifact.ts";
import { findPublicFile } from "#domain/publications/public-posts.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";
import { getArtifactStore } from "#lib/storage/artifact-store.ts";

/** A file that a live post shows, for anyone. @throws HubError NOT_FOUND, for a draft's file as for none */
export async function readPublicFile(db: Database, accountSlug: string, artifactId: string): Promise<ReadableArtifact> {
  const file = isUuid(artifactId) ? await findPublicFile(db, accountSlug, artifactId) : null;
  if (!file) throw notPublic();
  const open: ReadableArtifact["open"] = async (range) => {
    const stream = await getArtifactStore().open(file.sha256, range);
    if (!stream) throw notPublic();
    return stream;
  };
  return { ...file, open };
}

function notPublic(): HubError {
  return new HubError("NOT_FOUND", "There is nothing at this address");
}

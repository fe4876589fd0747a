import { env } from "#lib/env.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { S3ArtifactStore } from "#lib/storage/s3-artifact-store.ts";

let store: ArtifactStore | undefined;

/** The store of this installation: the bucket `S3_BUCKET` where one is set, else `DATA_DIR/artifacts`. */
export function getArtifactStore(): ArtifactStore {
  store ??= env().S3_BUCKET ? S3ArtifactStore.fromEnv(env()) : new LocalArtifactStore(env().DATA_DIR);
  return store;
}

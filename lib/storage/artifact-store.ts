import { env } from "#lib/env.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { S3ArtifactStore } from "#lib/storage/s3-artifact-store.ts";

/** Part of a file: first and last byte, both included. */
export type ByteRange = { start: number; end: number };

/** Where the bytes of artifacts lie, each under its own SHA-256 in hex, so that one file serves all who have the same. */
export type ArtifactStore = {
  /** Keeps the bytes, or those of a file; they are there whole or not at all. Repeating it is harmless. */
  put(sha256: string, bytes: Uint8Array | Blob): Promise<void>;
  /** Null when there is no such file. */
  open(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
};

let store: ArtifactStore | undefined;

/** The store of this installation: the bucket `S3_BUCKET` where one is set, else `DATA_DIR/artifacts`. */
export function getArtifactStore(): ArtifactStore {
  store ??= env().S3_BUCKET ? S3ArtifactStore.fromEnv(env()) : new LocalArtifactStore(env().DATA_DIR);
  return store;
}

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

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { artifactKey } from "#lib/storage/artifact-key.ts";
import type { ArtifactStore, ByteRange } from "#lib/storage/artifact-store.ts";

/** Artifacts in a folder; several machines may share it. */
export class LocalArtifactStore implements ArtifactStore {
  readonly #folder: string;

  /** @param dataDir `DATA_DIR` */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, "artifacts");
  }

  async put(sha256: string, bytes: Uint8Array | Blob): Promise<void> {
    const path = this.#path(sha256);
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.${randomUUID()}.part`;
    try {
      const file = await open(partial, "wx");
      try {
        await file.writeFile(bytes instanceof Blob ? bytes.stream() : bytes);
        // The row that names it is about to be committed: the bytes must outlive a power cut as it does.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null> {
    const file = await open(this.#path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (!file) return null;
    const stream = createReadStream("", { fd: file, ...range });
    // Node types its web streams apart from the global ones, which they are.
    return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.#path(sha256)).then(
      () => true,
      () => false,
    );
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#path(sha256), { force: true });
  }

  #path(sha256: string): string {
    return join(this.#folder, artifactKey(sha256));
  }
}

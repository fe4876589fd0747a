import { AwsClient } from "aws4fetch";
import type { Env } from "#lib/env.ts";
import { StartupError } from "#lib/startup-error.ts";
import { artifactKey } from "#lib/storage/artifact-key.ts";
import type { ArtifactStore, ByteRange } from "#lib/storage/artifact-store.ts";
import { StoreAway } from "#lib/storage/store-away.ts";

export type S3Options = {
  bucket: string;
  region: string;
  /** Of any service that speaks S3; Amazon's own when absent. */
  endpoint?: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  forcePathStyle: boolean;
};

const deadlineMs = 60_000;

/** Artifacts in an S3 bucket, under `artifacts/`. */
export class S3ArtifactStore implements ArtifactStore {
  readonly #client: AwsClient;
  readonly #base: string;

  constructor({ bucket, region, endpoint, accessKeyId, secretAccessKey, forcePathStyle }: S3Options) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
    const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
    if (!forcePathStyle) url.hostname = `${bucket}.${url.hostname}`;
    this.#base = `${url.href.replace(/\/$/, "")}${forcePathStyle ? `/${bucket}` : ""}/artifacts`;
  }

  /** @throws StartupError when a bucket is named without the keys to it. */
  static fromEnv(env: Env): S3ArtifactStore {
    const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!bucket || !accessKeyId || !secretAccessKey) {
      throw new StartupError("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it.");
    }
    const { S3_REGION: region, S3_ENDPOINT: endpoint, S3_FORCE_PATH_STYLE: forcePathStyle } = env;
    return new S3ArtifactStore({ bucket, region, endpoint, accessKeyId, secretAccessKey, forcePathStyle });
  }

  async put(sha256: string, bytes: Uint8Array | Blob): Promise<void> {
    await this.#request("PUT", sha256, { body: bytes as Uint8Array<ArrayBuffer> | Blob });
  }

  async open(sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null> {
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const response = await this.#request("GET", sha256, { headers });
    return response?.body ?? null;
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.#request("HEAD", sha256)) !== null;
  }

  async remove(sha256: string): Promise<void> {
    await this.#request("DELETE", sha256);
  }

  /**
   * Null for a file that is not there; anything else that is no success is thrown, a bucket that is not there too.
   * @throws StoreAway where the same may go well later, after the client's own three tries
   */
  async #request(method: string, sha256: string, init: RequestInit = {}): Promise<Response | null> {
    // The deadline is for the answer's beginning: a body may take as long as its reader does.
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(new StoreAway(`The artifact store did not answer ${method}`)),
      deadlineMs,
    );
    try {
      const url = `${this.#base}/${artifactKey(sha256)}`;
      const response = await this.#client.fetch(url, { ...init, method, signal: deadline.signal }).catch(unreachable);
      if (response.ok) return response;
      const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
      // Only what is to be put can miss nothing but its bucket.
      if (response.status === 404 && method !== "PUT" && code !== "NoSuchBucket") return null;
      const Fault = response.status >= 500 || response.status === 429 ? StoreAway : Error;
      throw new Fault(`The artifact store answered ${response.status}${code ? ` (${code})` : ""} to ${method}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

function unreachable(error: unknown): never {
  if (!(error instanceof TypeError)) throw error;
  throw new StoreAway("The artifact store cannot be reached", { cause: error.cause ?? error });
}

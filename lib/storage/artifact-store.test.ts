import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { S3ArtifactStore } from "#lib/storage/s3-artifact-store.ts";
import { StoreAway } from "#lib/storage/store-away.ts";

const bytes = new TextEncoder().encode("0123456789");
const sha256 = createHash("sha256").update(bytes).digest("hex");

const keys = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
let endpoint: string;
let folder: string;
let bucket: Server;
/** What the bucket was asked, and with which signature. */
const requests: { line: string; authorization: string }[] = [];
const stores: Record<string, ArtifactStore> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-store-"));
  bucket = await startBucket();
  endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`;
  stores.local = new LocalArtifactStore(folder);
  stores.s3 = new S3ArtifactStore({ bucket: "hub", region: "eu-west-1", endpoint, forcePathStyle: true, ...keys });
});
afterAll(async () => {
  bucket.close();
  await rm(folder, { recursive: true });
});

describe.each(["local", "s3"])("the %s store", (name) => {
  const store = () => stores[name] as ArtifactStore;

  it("gives back what was put, whole or in part, and forgets what was removed", async () => {
    expect(await store().has(sha256)).toBe(false);
    expect(await store().open(sha256)).toBeNull();
    await store().put(sha256, bytes);
    await store().put(sha256, bytes);
    await store().put(sha256, new Blob([bytes]));
    expect(await store().has(sha256)).toBe(true);
    expect(await read(await store().open(sha256))).toBe("0123456789");
    expect(await read(await store().open(sha256, { start: 2, end: 4 }))).toBe("234");
    await store().remove(sha256);
    await store().remove(sha256);
    expect(await store().has(sha256)).toBe(false);
  });

  it("refuses a name that is no hash", async () => {
    await expect(store().open("../../etc/passwd")).rejects.toThrow("SHA-256");
  });
});

it("the local store leaves no half-written file behind", async () => {
  await expect(stores.local?.put(sha256, {} as Uint8Array)).rejects.toThrow();
  expect(await readdir(join(folder, "artifacts", sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([]);
});

it("the s3 store signs for its region and keeps to its prefix", () => {
  const key = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  expect(requests.map(({ line }) => line)).toContain(`PUT /hub/artifacts/${key}`);
  for (const { authorization } of requests) {
    expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, /);
  }
});

it("the s3 store takes no file for kept where the bucket is not there, and says why it was not", async () => {
  const missing = new S3ArtifactStore({ bucket: "gone", region: "eu-west-1", endpoint, forcePathStyle: true, ...keys });
  await expect(missing.put(sha256, bytes)).rejects.toThrow("404 (NoSuchBucket) to PUT");
  await expect(missing.open(sha256)).rejects.toThrow("404 (NoSuchBucket) to GET");
  const nowhere = { endpoint: "http://127.0.0.1:1", bucket: "hub", region: "eu-west-1", forcePathStyle: true, ...keys };
  await expect(new S3ArtifactStore(nowhere).put(sha256, bytes)).rejects.toThrow("cannot be reached");
});

it("the s3 store says that it is away where the same may go well later, and that it is refused where not", async () => {
  const at = (name: string) =>
    new S3ArtifactStore({ bucket: name, region: "eu-west-1", endpoint, forcePathStyle: true, ...keys });
  await expect(at("busy").put(sha256, bytes)).rejects.toThrow(
    new StoreAway("The artifact store answered 503 (SlowDown) to PUT"),
  );
  await expect(at("gone").put(sha256, bytes)).rejects.not.toBeInstanceOf(StoreAway);
});

async function read(stream: ReadableStream<Uint8Array> | null): Promise<string | null> {
  return stream && new Response(stream).text();
}

/** As much of S3 as the store speaks. */
async function startBucket(): Promise<Server> {
  const files = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    requests.push({ line: `${request.method} ${path}`, authorization: request.headers.authorization ?? "" });
    if (path.startsWith("/busy/")) {
      response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
      return;
    }
    if (!path.startsWith("/hub/")) {
      response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
      return;
    }
    const file = files.get(path);
    if (request.method === "PUT") {
      files.set(path, Buffer.concat(await request.toArray()));
      response.writeHead(200).end();
    } else if (request.method === "DELETE") {
      files.delete(path);
      response.writeHead(204).end();
    } else if (!file) {
      response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    } else {
      const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
      response.writeHead(start ? 206 : 200).end(start ? file.subarray(Number(start), Number(end) + 1) : file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

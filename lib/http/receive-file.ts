import { createHash } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { HubError, type Issue, validationError } from "#lib/errors.ts";

export type ReceivedFile = {
  /** As its sender calls it, without folders and control characters. */
  name: string;
  path: string;
  blob: Blob;
  /** Bytes. */
  size: number;
  sha256: string;
};

/** Room for the boundaries and headers around the file. */
const envelope = 64 * 1024;
/** So much more is read and thrown away, for a client that still sends does not read why it should stop. */
const patience = 16 * 1024 * 1024;

/**
 * Takes the one file of a multipart body (RFC 7578, field `file`), which lies on the disk while `use` runs.
 * @param limit bytes
 * @throws HubError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, VALIDATION_ERROR (400 for what is not multipart, 422 for
 *   missing, empty or further parts)
 */
export async function receiveFile<T>(
  request: Request,
  limit: number,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    throw new HubError("UNSUPPORTED_MEDIA_TYPE", "Send the file as multipart/form-data, in the field file", {
      details: { field: "Content-Type", reason: "must be multipart/form-data with a boundary" },
    });
  }
  if (Number(request.headers.get("content-length") ?? 0) > limit + envelope) throw tooLarge(limit);
  const folder = await mkdtemp(join(tmpdir(), "hub-upload-"));
  try {
    const path = join(folder, "file");
    const received = await receive(request.body, type, path, limit);
    return await use({ ...received, path, blob: await openAsBlob(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Received = Pick<ReceivedFile, "name" | "size" | "sha256">;

async function receive(body: ReadableStream, contentType: string, path: string, limit: number): Promise<Received> {
  const issues: Issue[] = [];
  let truncated = false;
  const writing: Promise<Received>[] = [];
  const form = createForm(contentType, limit);
  form.on("file", (field, stream, { filename }) => {
    if (field !== "file" || writing.length > 0) {
      issues.push({ path: field, message: field === "file" ? "is given twice" : "is not a field of this request" });
      stream.resume();
      return;
    }
    stream.once("limit", () => {
      truncated = true;
    });
    writing.push(write(stream, path).then((written) => ({ ...written, name: plainName(filename) })));
    writing[0]?.catch(() => {});
  });
  form.on("field", (field) => issues.push({ path: field, message: "is not a field of this request" }));
  form.once("partsLimit", () => issues.push({ path: "file", message: "must be the only part" }));
  try {
    // The types of web streams differ between Node and the browser; the streams do not.
    await pipeline(Readable.fromWeb(body as NodeReadableStream), upTo(limit + envelope + patience, limit), form);
  } catch (error) {
    if (truncated) throw tooLarge(limit);
    throw error instanceof HubError ? error : malformed(error);
  }
  const [file] = await Promise.all(writing);
  if (truncated) throw tooLarge(limit);
  if (!file && issues.length === 0) issues.push({ path: "file", message: "is required" });
  if (file?.size === 0) issues.push({ path: "file", message: "is empty" });
  if (issues.length > 0 || !file) throw validationError(issues);
  return file;
}

function upTo(bytes: number, limit: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let read = 0;
    for await (const chunk of chunks) {
      read += chunk.byteLength;
      if (read > bytes) throw tooLarge(limit);
      yield chunk;
    }
  };
}

function createForm(contentType: string, limit: number): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      // One byte more, so that a file of exactly the limit passes.
      limits: { fileSize: limit + 1, parts: 4, fieldSize: 1024, headerPairs: 50 },
    });
  } catch (error) {
    throw malformed(error);
  }
}

async function write(stream: Readable, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  await pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }));
  return { size, sha256: hash.digest("hex") };
}

/** The name is shown and sent along as a header, never used as a path. */
function plainName(name: string | undefined): string {
  const plain = (name ?? "").replace(/\p{Cc}/gu, "").trim();
  return plain.slice(0, 200) || "upload";
}

function tooLarge(limit: number): HubError {
  return new HubError("PAYLOAD_TOO_LARGE", `The file is larger than ${limit / 1024 / 1024} MiB`, {
    details: { limit_bytes: limit },
    // What is left of the body is not read.
    headers: { connection: "close" },
  });
}

function malformed(error: unknown): HubError {
  const reason = error instanceof Error ? error.message : "is not multipart/form-data";
  return new HubError("VALIDATION_ERROR", `The body is not valid: ${reason}`, {
    status: 400,
    details: { field: "body", reason },
  });
}

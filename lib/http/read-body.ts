import type { Json, JsonObject } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";
import { requireStorable } from "#lib/http/storable-json.ts";

const mebibyte = 1024 * 1024;
export const defaultBodyLimit = 4 * mebibyte;

/**
 * Reads a JSON object. An absent body is `{}` where `optional`.
 * @param limit bytes
 * @throws HubError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR (400) for what is not a JSON object, and
 *   (422) for what could not be stored
 */
export async function readJsonBody(request: Request, limit: number, optional: boolean): Promise<JsonObject> {
  requirePlain(request);
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) {
    if (optional) return {};
    throw malformed("a JSON object is required");
  }
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new HubError("UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json", {
      details: { field: "Content-Type", reason: "must be application/json" },
    });
  }
  const value = parse(bytes);
  if (!isObject(value)) throw malformed("must be a JSON object");
  requireStorable(value);
  return value;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw malformed(error instanceof SyntaxError ? error.message : "is not UTF-8");
  }
}

/**
 * A body as it came; none is empty.
 * @param limit bytes
 * @throws HubError PAYLOAD_TOO_LARGE; VALIDATION_ERROR (400) for one that breaks off
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new HubError("PAYLOAD_TOO_LARGE", `The body is larger than ${sizeWords(limit)}`, {
    details: { limit_bytes: limit },
  });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    throw error === tooLarge ? tooLarge : malformed("it ended before it was whole");
  }
  return Buffer.concat(chunks);
}

function sizeWords(bytes: number): string {
  return bytes < mebibyte ? `${bytes / 1024} KiB` : `${bytes / mebibyte} MiB`;
}

/** RFC 9110, section 15.5.16: a coding that is not read here. */
function requirePlain(request: Request): void {
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase();
  if (!coding || coding === "identity") return;
  throw new HubError("UNSUPPORTED_MEDIA_TYPE", "Send the body without a Content-Encoding", {
    details: { field: "Content-Encoding", reason: `${coding} is not read here` },
    headers: { "accept-encoding": "identity" },
  });
}

function malformed(reason: string): HubError {
  return new HubError("VALIDATION_ERROR", `The body is not valid: ${reason}`, {
    status: 400,
    details: { field: "body", reason },
  });
}

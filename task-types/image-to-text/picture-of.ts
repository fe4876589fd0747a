import type { JsonObject } from "#lib/contract/json.ts";
import { ownFile } from "../view-parts/own-file.ts";

/**
 * Where the picture that was read can be shown from: the request itself, or the hub's own files. Null for one that lies
 * elsewhere: its server would learn who reads here.
 */
export function pictureOf(request: JsonObject | null, taskId: string): string | null {
  const input = request?.input_data;
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  const { image_base64: base64, image_url: address, upload } = input;
  if (typeof base64 === "string") {
    return base64.startsWith("data:image/") ? base64 : `data:${typeOf(base64)};base64,${base64.replace(/\s+/g, "")}`;
  }
  if (typeof upload === "string") {
    return `/api/tasks/${encodeURIComponent(taskId)}/artifacts/${encodeURIComponent(upload)}`;
  }
  return typeof address === "string" ? ownFile(address) : null;
}

/** By its first bytes. */
function typeOf(base64: string): string {
  if (base64.startsWith("/9j/")) return "image/jpeg";
  if (base64.startsWith("R0lG")) return "image/gif";
  return base64.startsWith("UklG") ? "image/webp" : "image/png";
}

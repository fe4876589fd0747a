import type { Json } from "#lib/contract/json.ts";

export type UploadReference = { path: string; id: string };

/** The fields that take an upload, wherever in a request they stand. */
const fields = new Set(["upload", "upload_id"]);

/** The uploads that a request names. */
export function uploadReferences(request: Json, path = ""): UploadReference[] {
  if (request === null || typeof request !== "object") return [];
  return Object.entries(request).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name;
    return fields.has(name) && typeof value === "string" ? [{ path: here, id: value }] : uploadReferences(value, here);
  });
}

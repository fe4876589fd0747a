import { isUuid } from "#lib/auth/is-uuid.ts";
import type { Json } from "#lib/contract/json.ts";
import { type FileKind, uploadFields } from "#task-types/file-kinds.ts";

export type UploadReference = { path: string; id: string; kind: FileKind | null };

/** The uploads that a request names. Its schema has seen to it that they are UUIDs; what is none is a table's cell. */
export function uploadReferences(request: Json, path = ""): UploadReference[] {
  if (request === null || typeof request !== "object") return [];
  return Object.entries(request).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name;
    const kind = Object.hasOwn(uploadFields, name) ? uploadFields[name] : undefined;
    if (kind === undefined || typeof value !== "string") return uploadReferences(value, here);
    return isUuid(value) ? [{ path: here, id: value, kind }] : [];
  });
}

import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import type { Json } from "#lib/contract/json.ts";

/** JSON with sorted keys: equal values give equal text. */
export function canonicalJson(value: Json): string {
  return stringify(value) ?? "null";
}

/** SHA-256 in hex over the canonical JSON of a value. */
export function canonicalSha256(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

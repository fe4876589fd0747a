import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { env } from "#lib/env.ts";

const derived = new Map<string, KeyObject>();

/**
 * A 256-bit key for one purpose, from `AUTH_SECRET` (HKDF-SHA256, RFC 5869, without salt). Kept, for deriving one costs
 * more than using it; a KeyObject, for which jose keeps what it imported.
 */
export function derivedKey(purpose: string): KeyObject {
  const secret = env().AUTH_SECRET;
  const name = `${secret} ${purpose}`;
  const known = derived.get(name);
  if (known) return known;
  const key = createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32)));
  derived.set(name, key);
  return key;
}

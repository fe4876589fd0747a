import { createHash } from "node:crypto";
import type { audit } from "#db/schema/audit.ts";
import { canonicalJson } from "#lib/canonical-hash.ts";

export type AuditRow = typeof audit.$inferSelect;

/** What the first row of every account's chain follows. */
export const genesisHash = "0".repeat(64);

/**
 * A row's place in the chain: SHA-256 in hex over the hash before it and the row's canonical JSON (sorted keys, times in
 * ISO 8601). Anyone with the rows can compute it again.
 */
export function auditHash(previousHash: string, row: AuditRow): string {
  const canonical = canonicalJson({ ...row, createdAt: row.createdAt.toISOString() });
  return createHash("sha256").update(previousHash).update("\n").update(canonical).digest("hex");
}

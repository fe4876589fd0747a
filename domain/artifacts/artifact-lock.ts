import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/**
 * Held to the end of the transaction by whoever adds a row that names files, and by whoever removes a file that no
 * row names: so a file is never removed after someone counted on it.
 */
export async function lockFiles(tx: Transaction, hashes: readonly (string | null)[]): Promise<void> {
  // In one order, so that two who want the same files do not wait for each other.
  for (const sha256 of [...new Set(hashes)].sort()) {
    if (sha256) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`artifact:${sha256}`}, 0))`);
  }
}

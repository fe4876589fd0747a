import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/**
 * Held to the end of the transaction by whoever adds a row that names a file, and by whoever removes a file that no
 * row names: so a file is never removed after someone counted on it.
 */
export async function lockArtifact(tx: Transaction, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`artifact:${sha256}`}, 0))`);
}

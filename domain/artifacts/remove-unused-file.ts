import { eq, or } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { artifacts } from "#db/schema/outputs.ts";
import { lockFiles } from "#domain/artifacts/artifact-lock.ts";
import { asSystem } from "#domain/context.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";

/** Removes a file unless an artifact of any account still has it, as its own or as its thumbnail. */
export async function removeUnusedFile(db: Database, store: ArtifactStore, sha256: string): Promise<void> {
  await asSystem(db, async (tx) => {
    await lockFiles(tx, [sha256]);
    const names = or(eq(artifacts.sha256, sha256), eq(artifacts.thumbnailSha256, sha256));
    const [used] = await tx.select({ id: artifacts.id }).from(artifacts).where(names).limit(1);
    if (!used) await store.remove(sha256);
  });
}

import { v7 as uuidv7 } from "uuid";
import type { TxCtx } from "#domain/context.ts";
import { writeOutbox } from "#domain/outbox/write-outbox.ts";

/** Has the files of removed rows removed after the commit, where no other row has them. */
export async function removeFilesLater(
  ctx: TxCtx,
  removed: { sha256: string; thumbnailSha256: string | null }[],
  taskUid?: string,
): Promise<void> {
  const hashes = new Set(removed.flatMap(({ sha256, thumbnailSha256 }) => [sha256, thumbnailSha256 ?? sha256]));
  await writeOutbox(
    ctx,
    [...hashes].map((sha256) => ({
      kind: "artifact.remove" as const,
      payload: { sha256 },
      idempotencyKey: `artifact.remove:${uuidv7()}`,
      taskUid,
    })),
  );
}

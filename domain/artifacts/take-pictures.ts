import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artifacts } from "#db/schema/outputs.ts";
import { lockFiles } from "#domain/artifacts/artifact-lock.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import type { TxCtx } from "#domain/context.ts";
import type { Json } from "#lib/contract/json.ts";

const reference = /artifact:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/**
 * Gives a task the uploads that somebody put into its words: each becomes a file of the task, which lives and is
 * published with it, and the words then name that one.
 * @returns the words, and the ids of the files that were made
 */
export async function takePictures<Words extends Json>(
  ctx: TxCtx,
  taskUid: string,
  words: Words,
): Promise<{ words: Words; made: string[] }> {
  const text = JSON.stringify(words);
  const named = [...new Set([...text.matchAll(reference)].map(([, id]) => id ?? ""))];
  const rows = named.length > 0 ? await findUploads(ctx, taskUid, named) : [];
  if (rows.length === 0) return { words, made: [] };
  const own = new Map<string, string>();
  const fresh: ArtifactRow[] = [];
  for (const row of rows) {
    const uploadId = row.taskUid === null ? row.id : String((row.metadata as { upload_id?: string }).upload_id);
    if (own.has(uploadId)) continue;
    if (row.taskUid !== null) own.set(uploadId, row.id);
    else {
      fresh.push({ ...row, id: uuidv7(), taskUid, metadata: { upload_id: uploadId }, createdAt: new Date() });
      own.set(uploadId, fresh.at(-1)?.id ?? "");
    }
  }
  if (fresh.length > 0) {
    await lockFiles(
      ctx.tx,
      fresh.flatMap(({ sha256, thumbnailSha256 }) => [sha256, thumbnailSha256]),
    );
    await ctx.tx.insert(artifacts).values(fresh);
  }
  const renamed = text.replace(reference, (whole, id: string) => (own.has(id) ? `artifact:${own.get(id)}` : whole));
  return { words: JSON.parse(renamed), made: fresh.map(({ id }) => id) };
}

/** What the task has taken before comes first. */
function findUploads({ tx, actor }: TxCtx, taskUid: string, ids: string[]): Promise<ArtifactRow[]> {
  const uploadId = sql<string>`${artifacts.metadata}->>'upload_id'`;
  return (
    tx
      .select()
      .from(artifacts)
      .where(
        and(
          eq(artifacts.accountId, actor.accountId),
          eq(artifacts.role, "upload"),
          or(
            and(isNull(artifacts.taskUid), inArray(artifacts.id, ids)),
            and(eq(artifacts.taskUid, taskUid), inArray(uploadId, ids)),
          ),
        ),
      )
      .orderBy(sql`${artifacts.taskUid} is null`)
      // Until the commit nobody removes them as unused.
      .for("key share")
  );
}

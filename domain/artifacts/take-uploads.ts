import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artifacts } from "#db/schema/outputs.ts";
import { lockFiles } from "#domain/artifacts/artifact-lock.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { uploadReferences } from "#domain/artifacts/upload-references.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { validationError } from "#lib/errors.ts";
import { whyNotOfKind } from "#task-types/file-kinds.ts";

export type UploadTaker = { uid: string; requestData: JsonObject | null; pathPrefix?: string };

/**
 * Gives tasks the uploads that their requests name: each gets a row of its own on the same file, which stays as long as
 * the task does, however many use it.
 * @throws HubError VALIDATION_ERROR naming each that is no upload of this account, or of another kind than its field takes
 */
export async function takeUploads(ctx: TxCtx, tasks: UploadTaker[]): Promise<void> {
  const wanted = tasks.flatMap((task) =>
    uploadReferences(task.requestData).map(({ path, id, kind }) => ({
      id,
      kind,
      uid: task.uid,
      path: `${task.pathPrefix ?? ""}${path}`,
    })),
  );
  if (wanted.length === 0) return;
  const uploads = await findUploads(
    ctx,
    wanted.map(({ id }) => id),
  );
  const issues = wanted.flatMap(({ path, id, kind }) => {
    const upload = uploads.get(id);
    const message = upload ? whyNotOfKind(kind, upload.contentType) : "is no upload of this account";
    return message ? [{ path, message }] : [];
  });
  if (issues.length > 0) throw validationError(issues);
  const files = [...uploads.values()].flatMap(({ sha256, thumbnailSha256 }) => [sha256, thumbnailSha256]);
  await lockFiles(ctx.tx, files);
  const rows = wanted.flatMap(({ id, uid }) => {
    const upload = uploads.get(id);
    return upload ? { ...upload, id: uuidv7(), taskUid: uid, metadata: { upload_id: id }, createdAt: new Date() } : [];
  });
  await ctx.tx.insert(artifacts).values(rows);
}

async function findUploads({ tx, actor }: TxCtx, ids: string[]): Promise<Map<string, ArtifactRow>> {
  const found = await tx
    .select()
    .from(artifacts)
    .where(
      and(
        eq(artifacts.accountId, actor.accountId),
        inArray(artifacts.id, [...new Set(ids.filter(isUuid))]),
        eq(artifacts.role, "upload"),
        isNull(artifacts.taskUid),
      ),
    )
    // Until the commit nobody removes them as unused.
    .for("key share");
  return new Map(found.map((row) => [row.id, row]));
}

/** The file that a task took under this upload's id; null when it took none. */
export async function findTakenUpload(ctx: Ctx, taskUid: string, uploadId: string): Promise<ArtifactRow | null> {
  const [row] = await inAccount(ctx, (tx) =>
    tx
      .select()
      .from(artifacts)
      .where(
        and(
          eq(artifacts.accountId, ctx.actor.accountId),
          eq(artifacts.taskUid, taskUid),
          eq(artifacts.role, "upload"),
          sql`${artifacts.metadata}->>'upload_id' = ${uploadId}`,
        ),
      )
      .limit(1),
  );
  return row ?? null;
}

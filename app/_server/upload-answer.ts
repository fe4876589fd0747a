import { storeUpload } from "#domain/artifacts/store-upload.ts";
import type { Ctx } from "#domain/context.ts";
import { runOnce } from "#domain/idempotency/run-once.ts";
import { canonicalSha256 } from "#lib/canonical-hash.ts";
import { readIdempotencyKey } from "#lib/http/answer-once.ts";
import type { ReceivedFile } from "#lib/http/receive-file.ts";
import { json } from "#lib/http/route.ts";
import { detectContentType } from "#lib/storage/detect-content-type.ts";

/**
 * Keeps a file and answers with its id. Under an Idempotency-Key a repeat gets the first answer; what it has brought
 * along goes as every upload goes that no task takes.
 */
export async function uploadAnswer(ctx: Ctx, request: Request, file: ReceivedFile): Promise<Response> {
  const { name, path, blob, sha256, size } = file;
  const contentType = await detectContentType(path, blob);
  const row = await storeUpload(ctx, { name, contentType, sha256, blob });
  const body = { upload_id: row.id, name, sha256, type: contentType, size };
  const key = readIdempotencyKey(request);
  if (!key) return json(body, { status: 201 });
  const about = { route: "POST /api/uploads", key, bodySha256: canonicalSha256({ name, sha256 }) };
  const once = await runOnce(ctx, about, async () => ({ status: 201, body }));
  return json(once.body, { status: once.status, headers: once.replayed ? { "idempotency-replayed": "true" } : {} });
}

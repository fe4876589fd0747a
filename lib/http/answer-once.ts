import { canonicalSha256 } from "#lib/canonical-hash.ts";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { validationError } from "#lib/errors.ts";

/** Carries out a request under an Idempotency-Key, or repeats its first answer. */
export type Once<Ctx> = (
  ctx: Ctx,
  request: { route: string; key: string; bodySha256: string; apart: boolean },
  run: (ctx: Ctx) => Promise<{ status: number; body: Json }>,
) => Promise<{ status: number; body: Json; replayed: boolean }>;

type Keyed = { request: Request; key: string; body: JsonObject; apart: boolean };

/** As text, for a repeat is the first answer byte for byte: a database orders an object's fields anew. */
type KeptAnswer = { text: string; etag: string | null };

/** Answers a POST that has an Idempotency-Key: it is carried out once, and its first answer is kept and repeated. */
export async function answerOnce<Ctx>(
  once: Once<Ctx>,
  ctx: Ctx,
  { request, key, body, apart }: Keyed,
  answer: (ctx: Ctx) => Promise<Response>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = pathname.length > 1 ? pathname.replace(/\/$/, "") : pathname;
  const about = { route: `POST ${path}${search}`, key, bodySha256: canonicalSha256(body), apart };
  const outcome = await once(ctx, about, async (txCtx) => {
    const response = await answer(txCtx);
    const kept: KeptAnswer = { text: await response.text(), etag: response.headers.get("etag") };
    return { status: response.status, body: kept };
  });
  const { text, etag } = outcome.body as KeptAnswer;
  const headers = {
    ...(text !== "" && { "content-type": "application/json" }),
    ...(etag && { etag }),
    ...(outcome.replayed && { "idempotency-replayed": "true" }),
  };
  return new Response(text === "" ? null : text, { status: outcome.status, headers });
}

/** Null for none. @throws HubError VALIDATION_ERROR (400) for one that is too long or not ASCII */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key")?.trim();
  if (!key) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw validationError([{ path: "Idempotency-Key", message: "must be 1–255 printable ASCII characters" }], "query");
}

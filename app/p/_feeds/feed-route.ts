import { createHash } from "node:crypto";
import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import type { Database } from "#db/client.ts";

const params = z.object({ account: z.string().max(200) });

/**
 * A route that gives anyone a document of an account's public pages, made by `read`, with an ETag: feed readers ask
 * often and mostly find nothing new.
 */
export function feedRoute(
  summary: string,
  contentType: string,
  read: (db: Database, account: string) => Promise<string>,
) {
  const spec = {
    summary,
    access: "public" as const,
    params,
    responses: { 200: z.string() },
    responseType: contentType,
  };
  return route(spec, async ({ ctx, params: { account }, request }) => {
    const text = await read(ctx.db, account);
    const etag = `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"`;
    const headers = { "cache-control": "public, max-age=300", etag };
    const known = request.headers.get("if-none-match")?.includes(etag);
    if (known) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, "content-type": `${contentType}; charset=utf-8` } });
  });
}

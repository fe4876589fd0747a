import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { readPublicFile } from "#domain/publications/read-public-file.ts";
import { artifactForm, thumbnailQuery } from "#lib/http/artifact-form.ts";
import { fileResponse } from "#lib/http/file-response.ts";

/** A file that a live post shows. An hour of caching bounds how long a withdrawn one may still be seen. */
export const GET = route(
  {
    summary: "A file of a published post",
    access: "public",
    params: z.object({ account: z.string().max(200), artifactId: z.string().max(100) }),
    query: z.object(thumbnailQuery),
    responses: { 200: null },
    responseType: "application/octet-stream",
  },
  async ({ ctx, params, query, request }) => {
    const file = await readPublicFile(ctx.db, params.account, params.artifactId, artifactForm(query));
    const response = await fileResponse(request, file);
    response.headers.set("cache-control", "public, max-age=3600");
    return response;
  },
);

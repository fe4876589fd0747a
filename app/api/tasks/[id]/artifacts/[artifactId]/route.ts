import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { readArtifact, readSignedArtifact } from "#domain/artifacts/read-artifact.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { HubError } from "#lib/errors.ts";
import { artifactForm, thumbnailQuery } from "#lib/http/artifact-form.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { isSigned } from "#lib/http/links.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "A task's file, by signed address or any credential of the account; ranges are served",
    access: "public",
    limited: false,
    params: taskParams.extend({ artifactId: z.string().max(64) }),
    query: z.strictObject({
      ...thumbnailQuery,
      expires: z.coerce.number({ error: "must be a unix time" }).optional(),
      signature: z.string().max(100).optional(),
    }),
    responses: { 200: z.string(), 206: z.string() },
    responseType: "application/octet-stream",
    errors: ["NOT_FOUND", "UNAUTHENTICATED"],
  },
  async ({ ctx, params, query, request, requestId }) => {
    const { expires = 0, signature } = query;
    const form = artifactForm(query);
    const signed = signature
      ? await readSignedArtifact(ctx, params.artifactId, (file) => isSigned(file, { expires, signature }), form)
      : null;
    if (signed) return fileResponse(request, signed);
    const actor = await authenticate(ctx.db, request, { clientIp: null, requestId });
    if (!actor) throw new HubError("UNAUTHENTICATED", "The address is not signed, or no longer; send a credential");
    return fileResponse(request, await readArtifact({ ...ctx, actor }, params.artifactId, form));
  },
);

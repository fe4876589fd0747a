import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { exportConcept } from "#domain/concepts/export-concept.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { readConceptId } from "#lib/http/profiles/concepts.ts";
import { exportFormats, exportSizes } from "#lib/images/render-image.ts";

export const GET = route(
  {
    summary: "A concept as one file",
    description:
      "Longer side: small 256, medium 512, large 1024 pixels. A picture is never enlarged; a vector has no size.",
    access: "tasks:read",
    params: z.strictObject({ result_id: z.string().max(64) }),
    query: z.strictObject({
      format: z.enum(exportFormats).default("png"),
      size: z.enum(exportSizes).default("original"),
      palette: z.string().max(200).optional().meta({ description: "A variation's palette_name; the base without" }),
    }),
    responses: { 200: z.string(), 206: z.string() },
    responseType: "image/*",
    errors: ["NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, params, query, request }) =>
    fileResponse(request, await exportConcept(ctx, readConceptId(params.result_id), query)),
);

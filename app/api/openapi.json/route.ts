import { route } from "#app/_server/hub-route.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { apiDocument } from "#lib/http/api-document.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "This API as an OpenAPI 3.1 document",
    access: "public",
    limited: false,
    responses: { 200: jsonObjectSchema },
  },
  async () => json(await apiDocument(), { headers: { "cache-control": "public, max-age=300" } }),
);

import { join } from "node:path";
import { route } from "#app/_server/hub-route.ts";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import { describeApi } from "#lib/http/openapi.ts";
import { json } from "#lib/http/route.ts";

let described: Promise<unknown> | undefined;

export const GET = route(
  {
    summary: "This API as an OpenAPI 3.1 document",
    access: "public",
    limited: false,
    responses: { 200: jsonObjectSchema },
  },
  async () => {
    described ??= loadRouteFiles(join(process.cwd(), "app")).then((files) => describeApi(files, absoluteUrl("")));
    return json(await described, { headers: { "cache-control": "public, max-age=300" } });
  },
);

import { join } from "node:path";
import { absoluteUrl } from "#lib/http/links.ts";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import { describeApi } from "#lib/http/openapi.ts";

let described: Promise<ReturnType<typeof describeApi>> | undefined;

/** This installation's OpenAPI document, made at the first call. */
export function apiDocument(): Promise<ReturnType<typeof describeApi>> {
  described ??= loadRouteFiles(join(process.cwd(), "app")).then((files) => describeApi(files, absoluteUrl("")));
  return described;
}

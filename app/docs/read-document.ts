import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ApiDocument } from "#components/docs/api-document.ts";

type Describer = { apiDocument: () => Promise<unknown> };

/** The API's document, from the modules that Node itself has loaded: Next's bundle holds no route. */
export async function readDocument(): Promise<ApiDocument> {
  const file = pathToFileURL(join(process.cwd(), "lib/http/api-document.ts")).href;
  const { apiDocument } = (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ file)) as Describer;
  return (await apiDocument()) as ApiDocument;
}

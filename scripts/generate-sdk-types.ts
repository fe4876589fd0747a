import { readFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import { describeApi } from "#lib/http/openapi.ts";

const root = join(import.meta.dirname, "..");
const target = join(root, "sdk/typescript/src/api-types.ts");

/** The generator needs TypeScript's compiler API, which TypeScript 7 does not have. */
registerHooks({
  resolve: (specifier, context, next) => next(specifier === "typescript" ? "typescript-5" : specifier, context),
});

/** The types of the SDK: the schemas of the API's document, without its paths. */
async function generate(): Promise<string> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const document = describeApi(await loadRouteFiles(join(root, "app")), "https://hub.test");
  const { openapi, info, components } = JSON.parse(JSON.stringify(document));
  // Any JSON at all is a type that refers to itself, which an interface's member cannot.
  const schemas = Object.fromEntries(
    Object.entries(components.schemas).map(([name, schema]) => [name, name.startsWith("__schema") ? {} : schema]),
  );
  const source = { openapi, info, paths: {}, components: { schemas } };
  const types = astToString(
    await openapiTS(Buffer.from(JSON.stringify(source)), { alphabetize: true, defaultNonNullable: false }),
  );
  return `// Generated from the API's OpenAPI document by \`npm run sdk:generate\`.\n\n${types}`;
}

const types = await generate();
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== types) {
    console.error("The SDK's types are not those of the API's document: run `npm run sdk:generate`.");
    process.exit(1);
  }
} else {
  writeFileSync(target, types);
}

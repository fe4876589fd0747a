import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { RouteFile } from "#lib/http/load-routes.ts";
import { chapters, describeOperation, tags } from "#lib/http/openapi-operation.ts";
import type { RouteHandler } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";
import { version } from "#lib/version.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const description = `Create content tasks, follow their generation, review, approve and publish what they make.

One model of tasks is spoken in four vocabularies: \`unified\`, \`course\`, \`inference\` and \`concepts\`. A path has its
own; the header \`X-Api-Profile\`, the API key or the token choose another. They change words and shapes, never what a
route does.`;

/** The OpenAPI 3.1 document of the routes, from the very schemas that validate their requests. */
export function describeApi(routes: RouteFile[], serverUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const { file, module } of routes) {
    const path = routeTemplate(file);
    for (const method of methods) {
      const handler = module[method];
      if (!isDescribed(handler)) continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(handler.spec, method, path) };
    }
  }
  return createDocument({
    openapi: "3.1.1",
    info: { title: "Oversight Hub", version, description, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }, { bearer: [] }, { session: [] }],
    tags: tags
      .map(({ name, description: what }) => ({ name, description: what }))
      .sort((a, b) => chapters.indexOf(a.name) - chapters.indexOf(b.name)),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "X-API-Key", description: "A key of the account" },
        bearer: { type: "http", scheme: "bearer", description: "A token of POST /api/token, or a key" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description: "A signed-in browser, on the hub's own pages; with `__Secure-` before it under https",
        },
      },
    },
  });
}

function isDescribed(handler: unknown): handler is RouteHandler {
  return typeof handler === "function" && "spec" in handler;
}

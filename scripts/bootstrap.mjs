import { spawn } from "node:child_process";
import module from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bringNode } from "./bring-node.mjs";
import { install, isInstalled, linkPostgresLibraries } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { mendDriver } from "./mend-driver.mjs";
import { whenOrphaned } from "./parent.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Runs a TypeScript entry of this folder on a machine that may have nothing but Node and npm: installs what is missing,
 * brings a newer Node where it takes one, and hands over to it.
 */
export async function bootstrap(entry) {
  process.chdir(root);
  try {
    const node = await prepare();
    const file = join(root, "scripts", entry);
    process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules", ".cache", "compile");
    if (node !== process.execPath) return handOver(node, file);
    module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
    await import(file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function prepare() {
  return withLock(join(root, ".install-lock"), () => {
    if (!isInstalled()) {
      const started = Date.now();
      console.error("Installing dependencies …");
      install();
      console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
    }
    linkPostgresLibraries();
    mendDriver();
    return bringNode();
  });
}

/** Runs the entry in the newer Node; this process stays to pass signals on and the exit code back. */
function handOver(node, file) {
  const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: "inherit" });
  // In a terminal Ctrl-C reaches the child as well; it takes the second for the same one.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  child.on("error", (error) => {
    console.error(`${node} could not be run: ${error.message}`);
    process.exit(1);
  });
}

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "#lib/startup-error.ts";
import { withLock } from "#scripts/lock.mjs";

const root = join(import.meta.dirname, "..");
const stamp = join(root, ".next", "source-hash");

/** Everything that Next's build may read. */
const folders = ["app", "components", "db", "domain", "lib", "public", "task-types"];
const files = ["next.config.ts", "package-lock.json", "package.json", "postcss.config.mjs", "tsconfig.json"];

/**
 * Builds the pages unless the build at hand is of these very sources.
 * @param say takes a line for people when there is something to do
 * @param signal ends the build
 * @throws StartupError with the end of what the build said
 */
export async function buildIfStale(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  await withLock(join(root, ".build-lock"), async () => {
    const hash = sourceHash();
    if (isBuilt(hash)) return;
    const started = Date.now();
    say("Building the pages …");
    rmSync(stamp, { force: true });
    await build(signal);
    writeFileSync(stamp, hash);
    say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
}

/** Whether the build at hand is of these very sources. */
export function isBuilt(hash = sourceHash()): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of sources())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function sources(): string[] {
  const below = folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      : [],
  );
  return [...below, ...files.filter((file) => existsSync(join(root, file)))].sort();
}

function build(signal: AbortSignal): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  return new Promise((resolve, reject) => {
    const next = join(root, "node_modules", "next", "dist", "bin", "next");
    const child = spawn(process.execPath, [next, "build"], {
      cwd: root,
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) return resolve();
      reject(
        new StartupError(`The pages could not be built:\n${said.join("").trim().split("\n").slice(-40).join("\n")}`),
      );
    });
  });
}

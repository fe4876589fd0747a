import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** How Playwright is to start the browser: `launchOptions` of its config. */
export type Browser = { executablePath: string; args: string[]; env: Record<string, string> };

const root = join(import.meta.dirname, "..");
const cacheFolder = join(root, "node_modules", ".cache", "browser");
const cacheFile = join(cacheFolder, "found.json");

const isRoot = userInfo().uid === 0;
const args = ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])];
const plain = (executablePath: string): Browser => ({ executablePath, args, env: {} });

/** Where a browser may come from, in the order in which they are tried. */
const sources: [name: string, find: () => Promise<Browser | null> | Browser | null][] = [
  ["CHROME_PATH", () => (process.env.CHROME_PATH ? plain(process.env.CHROME_PATH) : null)],
  ["Playwright's own", ownBrowser],
  ["an installed one", installedBrowser],
  ["the one among the dependencies", unpackedBrowser],
  ["Debian's package", debianBrowser],
  ["Playwright's download", downloadedBrowser],
];

/**
 * A Chromium that starts on this machine, found once and remembered: installed, unpacked or, as the last resort, fetched.
 * @throws when there is none to be had
 */
export async function findBrowser(): Promise<Browser> {
  const remembered = recall();
  if (remembered) return remembered;
  const tried: string[] = [];
  for (const [name, find] of sources) {
    try {
      const browser = await find();
      if (!browser) continue;
      await launch(browser);
      mkdirSync(cacheFolder, { recursive: true });
      writeFileSync(cacheFile, JSON.stringify(browser));
      return browser;
    } catch (error) {
      tried.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  throw new Error(`No Chromium starts on this machine; set CHROME_PATH to one that does.\n${tried.join("\n")}`);
}

function recall(): Browser | null {
  if (!existsSync(cacheFile)) return null;
  const browser = JSON.parse(readFileSync(cacheFile, "utf8")) as Browser;
  const wanted = process.env.CHROME_PATH ?? browser.executablePath;
  return wanted === browser.executablePath && existsSync(wanted) ? browser : null;
}

/** A browser that is there may still lack a library, or a right. */
async function launch({ executablePath, args, env }: Browser): Promise<void> {
  const started = await chromium.launch({ executablePath, args, env: { ...ownEnv(), ...env }, timeout: 120_000 });
  try {
    const page = await started.newPage();
    await page.setContent("<title>it works</title>");
    if ((await page.title()) !== "it works") throw new Error("it shows no page");
  } finally {
    await started.close();
  }
}

function ownEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function ownBrowser(): Browser | null {
  const path = chromium.executablePath();
  return existsSync(path) ? plain(path) : null;
}

function installedBrowser(): Browser | null {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const found = [...places, mac].find((path) => existsSync(path));
  return found ? plain(found) : null;
}

/** Made for AWS Lambda, and told so it brings the libraries that a bare machine lacks. */
async function unpackedBrowser(): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  mkdirSync(cacheFolder, { recursive: true });
  const before = { ...process.env };
  // Read when it is loaded; and it unpacks into the folder for temporary files, whatever lies there already.
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", TMPDIR: cacheFolder });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const { LD_LIBRARY_PATH = "", FONTCONFIG_PATH = "" } = process.env;
    const unsuitable = new Set(["--single-process", "--no-zygote", "--headless='shell'", "--disable-web-security"]);
    const packedArgs = packed.args.filter((arg) => !unsuitable.has(arg));
    return { executablePath, args: [...packedArgs, ...args], env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } };
  } finally {
    for (const name of ["AWS_LAMBDA_JS_RUNTIME", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function debianBrowser(): Browser | null {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return null;
  const options = {
    stdio: "ignore" as const,
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update"], options);
  execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
  return installedBrowser();
}

function downloadedBrowser(): Browser | null {
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  execFileSync(process.execPath, [playwright, "install", "chromium"], { stdio: "ignore", timeout: 600_000 });
  return ownBrowser();
}

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "#scripts/build.ts";
import { findBrowser } from "#scripts/find-browser.ts";
import { run } from "#scripts/run.ts";
import { startHub } from "#scripts/start-hub.ts";

const root = join(import.meta.dirname, "..");
const reports = mkdtempSync(join(tmpdir(), "oversight-hub-reports-"));
const bin = (...path: string[]) => join(root, "node_modules", ...path);
/** Deadlines, which end what hangs and say nothing of speed. */
const minutes = (count: number) => count * 60_000;

const totals = { passed: 0, failed: 0 };

/** `npm test`: everything that is checked, in the order in which it fails soonest; stops at the first failure. */
async function main(): Promise<void> {
  await step("types", async () => {
    await run([bin("next", "dist", "bin", "next"), "typegen"], { timeout: minutes(10) });
    await run([bin("typescript", "bin", "tsc"), "--noEmit"], { timeout: minutes(10) });
  });
  await step("lint and boundaries", () =>
    run([bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."], { timeout: minutes(10) }),
  );
  await step("unit and domain tests", async () => {
    const report = join(reports, "vitest.json");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
    await counted(
      report,
      vitestCounts,
      run([bin("vitest", "vitest.mjs"), "run", ...reporters], { timeout: minutes(60), show: true }),
    );
  });
  await step("production build", () => buildIfStale(() => {}, AbortSignal.timeout(minutes(20))));
  await step("API and browser tests", endToEnd);
}

async function endToEnd(): Promise<void> {
  if (!hasEndToEndTests()) return console.log("  There are none in e2e/ yet: nothing was tested.");
  const browser = await findBrowser();
  console.log(`  with ${browser.executablePath}`);
  const hub = await startHub();
  try {
    const report = join(reports, "playwright.json");
    const env = {
      E2E_BASE_URL: hub.baseUrl,
      E2E_DATABASE_URL: hub.databaseUrl,
      E2E_DATA_DIR: hub.dataDir,
      E2E_SETUP_URL: hub.setupUrl,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const playwright = [bin("@playwright", "test", "cli.js"), "test", "--reporter=list,json"];
    await counted(report, playwrightCounts, run(playwright, { timeout: minutes(60), show: true, env }));
  } catch (error) {
    console.error(`\nWhat the hub said:\n${hub.output().split("\n").slice(-60).join("\n")}`);
    throw error;
  } finally {
    await hub.stop();
  }
}

function hasEndToEndTests(): boolean {
  const folder = join(root, "e2e");
  if (!existsSync(folder) || !existsSync(join(root, "playwright.config.ts"))) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((file) => /\.(spec|test)\.ts$/.test(file));
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = Date.now();
  const failedBefore = totals.failed;
  console.log(`▸ ${name}`);
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    // A step that reports no tests is one check itself.
    if (totals.failed === failedBefore) totals.failed += 1;
    console.error(`✗ ${name}, after ${seconds(started)}`);
    finish(1);
  }
  console.log(`✓ ${name} ${seconds(started)}`);
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

type Counts = { passed: number; failed: number };

/** Adds what a runner reports to the totals, whether it succeeded or not. */
async function counted(report: string, read: (json: never) => Counts, running: Promise<void>): Promise<void> {
  try {
    await running;
  } finally {
    if (existsSync(report)) {
      const { passed, failed } = read(JSON.parse(readFileSync(report, "utf8")) as never);
      totals.passed += passed;
      totals.failed += failed;
    }
  }
}

function vitestCounts(json: { numPassedTests: number; numFailedTests: number }): Counts {
  return { passed: json.numPassedTests, failed: json.numFailedTests };
}

function playwrightCounts({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function finish(code: number): never {
  rmSync(reports, { recursive: true, force: true });
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exit(code);
}

await main();
finish(0);

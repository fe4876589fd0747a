import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "#scripts/find-browser.ts";

const { executablePath, args, env } = await findBrowser();

/** `npm test` starts the production build with a real worker and says where by E2E_BASE_URL, E2E_DATABASE_URL, E2E_DATA_DIR, E2E_SETUP_URL. */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // They end what hangs, and say nothing of speed: hub, worker, database and two browsers share what may be two cores.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: process.env.E2E_BASE_URL,
    trace: "retain-on-failure",
    actionTimeout: 20_000,
    launchOptions: { executablePath, args, env: { ...definedEnv(), ...env } },
  },
  projects: [
    { name: "set-up", testMatch: "set-up.test.ts" },
    { name: "api", testDir: "e2e/api", dependencies: ["set-up"] },
    { name: "contract", testDir: "e2e/contract", dependencies: ["set-up"] },
    {
      name: "browser",
      testDir: "e2e/browser",
      dependencies: ["set-up"],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
  ],
});

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

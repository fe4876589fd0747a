import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { buildIfStale } from "#scripts/build.ts";
import { findBrowser } from "#scripts/find-browser.ts";
import { Camera, type Circumstance, circumstances, colours, formats } from "#scripts/gallery/camera.ts";
import { contactSheets } from "#scripts/gallery/contact-sheets.ts";
import { fillHub } from "#scripts/gallery/fill-hub.ts";
import { HubClient } from "#scripts/gallery/hub-client.ts";
import { bareScreens, fullScreens, type Screen, visitorScreens } from "#scripts/gallery/screens.ts";
import { startHub } from "#scripts/start-hub.ts";

const folder = join(import.meta.dirname, "..", "test-results", "gallery");
/** Pages open together: most of a picture's time is waiting until its page rests. */
const atOnce = 3;
const person = { name: "Ada Admin", email: "ada@example.com", password: "correct horse battery" };

/**
 * `npm run gallery`: a picture of every screen, wide, on a laptop and on a phone, light and dark, with nothing there, with
 * everything there and when the hub fails, from a hub of its own. Words after it narrow it down: a circumstance
 * (`error`), a window (`phone`), a colour (`dark`), or how the names of screens begin.
 */
async function main(wanted: readonly string[]): Promise<void> {
  await buildIfStale(console.log, AbortSignal.timeout(600_000));
  const hub = await startHub({ LOG_LEVEL: "error" });
  const { executablePath, args, env } = await findBrowser();
  const browserEnv = { ...process.env, ...env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath, args, env: browserEnv });
  const complaints: string[] = [];
  const words = new Set(wanted);
  const among = <Word extends string>(names: readonly Word[]) => {
    const chosen = names.filter((name) => words.delete(name));
    return chosen.length > 0 ? chosen : names;
  };
  const wantedCircumstances = among(circumstances);
  const wantedFormats = among(formats.map(({ name }) => name));
  const wantedColours = among(colours);
  const beginnings = [...words];
  async function takeAll(circumstance: Circumstance, screens: readonly Screen[]): Promise<void> {
    if (!wantedCircumstances.includes(circumstance)) return;
    const named = ({ name }: Screen) => beginnings.length === 0 || beginnings.some((word) => name.startsWith(word));
    const chosen = screens.filter(named);
    for (const format of chosen.length > 0 ? formats.filter(({ name }) => wantedFormats.includes(name)) : []) {
      const started = performance.now();
      const camera = await Camera.set({ browser, baseUrl: hub.baseUrl, admin: person, folder }, format);
      const left = [...chosen];
      const takeOn = async () => {
        for (let screen = left.shift(); screen; screen = left.shift())
          complaints.push(...(await camera.shoot(screen, circumstance, wantedColours)));
      };
      await Promise.all(Array.from({ length: atOnce }, takeOn));
      await camera.putAway();
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`${circumstance}, ${format.name}: ${chosen.length} screens in ${seconds} s`);
    }
  }
  try {
    const token = new URL(hub.setupUrl).searchParams.get("token");
    await HubClient.visitor(hub.baseUrl).post("/api/setup", { token, ...person, account_name: "Tidewater Press" });
    await takeAll("empty", [...bareScreens, ...visitorScreens]);
    if (wantedCircumstances.includes("full")) {
      const filled = await fillHub(await HubClient.signIn(hub.baseUrl, person), console.log);
      await takeAll("full", fullScreens(filled));
    }
    await takeAll("error", bareScreens);
    writeFileSync(join(folder, "index.html"), contactSheets(folder));
    console.log(`See ${join(folder, "index.html")}`);
  } finally {
    await browser.close();
    await hub.stop();
  }
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));

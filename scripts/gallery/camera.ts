import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from "@playwright/test";
import type { Person } from "#scripts/gallery/hub-client.ts";
import type { Screen } from "#scripts/gallery/screens.ts";
import { signIn } from "#scripts/gallery/sign-in.ts";

export const formats = [
  { name: "wide", viewport: { width: 1440, height: 900 } },
  { name: "laptop", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
] as const;
export const colours = ["light", "dark"] as const;

/** WCAG 2.2 AA, in axe's words. */
const accessibilityStandards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export type Format = (typeof formats)[number];
export type Colour = (typeof colours)[number];
export const circumstances = ["empty", "full", "error"] as const;
export type Circumstance = (typeof circumstances)[number];

type Hub = { browser: Browser; baseUrl: string; admin: Person; folder: string };

/** Takes pictures of screens in one size of window: the whole page, and what speaks against it. */
export class Camera {
  readonly #hub: Hub;
  readonly #format: Format;
  readonly #admin: BrowserContext;
  readonly #visitor: BrowserContext;

  private constructor(hub: Hub, format: Format, admin: BrowserContext, visitor: BrowserContext) {
    this.#hub = hub;
    this.#format = format;
    this.#admin = admin;
    this.#visitor = visitor;
  }

  static async set(hub: Hub, format: Format): Promise<Camera> {
    const { viewport } = format;
    const options = { baseURL: hub.baseUrl, viewport, reducedMotion: "reduce" as const };
    const [admin, visitor] = [await hub.browser.newContext(options), await hub.browser.newContext(options)];
    await signIn(admin, hub.admin);
    return new Camera(hub, format, admin, visitor);
  }

  /**
   * Opens a screen once and takes it in each colour.
   * @returns complaints: of the console, of axe (WCAG 2.2 AA), and of a page that is wider than the window
   */
  async shoot(screen: Screen, circumstance: Circumstance, wanted: readonly Colour[]): Promise<string[]> {
    const complaints: string[] = [];
    const page = await (screen.visitor ? this.#visitor : this.#admin).newPage();
    const onMessage = (message: ConsoleMessage) => {
      const expected = screen.name.endsWith("not-found") && message.text().includes("404");
      if (message.type() === "error" && circumstance === "full" && !expected) complaints.push(message.text());
    };
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", onMessage);
    try {
      if (circumstance === "error") await refuseEverything(page);
      await page.goto(screen.path);
      await settle(page);
      if (screen.drop) await drop(page, screen.drop);
      for (const key of screen.press ?? []) await page.keyboard.press(key);
      if (screen.press) await settle(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) complaints.push(`the page is ${wider} px wider than the window`);
      await unroll(page);
      // Axe tries to run in frames too, and those of mails run nothing: the browser says so once for each rule.
      page.off("console", onMessage);
      const folder = join(this.#hub.folder, circumstance);
      mkdirSync(folder, { recursive: true });
      for (const [at, colour] of wanted.entries()) {
        await page.emulateMedia({ colorScheme: colour });
        complaints.push(...(await axeFaults(page, at === 0)).map((fault) => `${colour}: ${fault}`));
        const path = join(folder, `${screen.name}.${this.#format.name}-${colour}.png`);
        await page.screenshot({ path, animations: "disabled" });
      }
    } finally {
      await page.close();
    }
    return complaints.map((text) => `${circumstance}/${screen.name}.${this.#format.name}: ${text}`);
  }

  async putAway(): Promise<void> {
    await this.#admin.close();
    await this.#visitor.close();
  }
}

/** A browser draws no window beyond this many px. */
const tallest = 16_000;

/** Makes the window as tall as the page: what a bar at the foot covers at the moment can be scrolled to. */
async function unroll(page: Page): Promise<void> {
  for (let grown = true; grown; ) {
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const tall = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), tallest);
    grown = tall > height;
    if (grown) await page.setViewportSize({ width, height: tall });
  }
}

/** In the second colour only contrast can be otherwise. */
async function axeFaults(page: Page, thorough: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const chosen = thorough ? axe.withTags(accessibilityStandards) : axe.withRules(["color-contrast"]);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `axe: ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function drop(page: Page, table: string): Promise<void> {
  const file = { name: "stories.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.getByLabel("File to import").setInputFiles(file);
  await settle(page);
}

/**
 * Until nothing is loaded any more, nor about to be asked for again: the live stream never ends, so the network alone
 * does not say.
 */
async function settle(page: Page): Promise<void> {
  let open = 0;
  let quietSince = performance.now();
  const touch = (step: number) => {
    open += step;
    quietSince = performance.now();
  };
  const counts = (url: string) => !url.endsWith("/stream") && !url.includes("/api/tasks/stream");
  page.on("request", (request) => counts(request.url()) && touch(1));
  const ended = (request: Request) => counts(request.url()) && touch(-1);
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  const deadline = performance.now() + 8_000;
  const skeletons = page.locator("[aria-busy=true]");
  while (performance.now() < deadline) {
    const quiet = open === 0 && performance.now() - quietSince >= 700;
    if (quiet && (await skeletons.count()) === 0) return;
    await page.waitForTimeout(50);
  }
}

async function refuseEverything(page: Page): Promise<void> {
  const error = { code: "INTERNAL_ERROR", message: "The hub could not do this", details: null };
  const body = JSON.stringify({ error, timestamp: new Date(0).toISOString(), request_id: "req_gallery" });
  await page.route(/\/api\/(?!auth\/)/, (route) =>
    route.fulfill({ status: 500, contentType: "application/json", body, headers: { "x-request-id": "req_gallery" } }),
  );
}

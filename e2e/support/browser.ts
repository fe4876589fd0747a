import { mkdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import type { ApiClient } from "./api-client.ts";
import { test as base } from "./fixtures.ts";
import { admin, hub } from "./hub.ts";
import { type Session, signIn } from "./sign-in.ts";

type Shared = {
  /** The admin's cookies, from next-auth's own endpoint. */
  session: Session;
};

type Own = {
  /** A page of somebody who is signed in nowhere. */
  visitor: Page;
};

/** Pages are the admin's: signed in by API, once for each worker. */
export const test = base.extend<Own, Shared>({
  session: [
    async ({ playwright }, use) => use(await signIn(playwright, admin.email, admin.password)),
    { scope: "worker" },
  ],
  storageState: ({ session }, use) => use(session),
  visitor: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: hub.baseUrl, storageState: undefined });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Opens a screen and waits until it listens: to the keyboard, and to what happens on the server. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
}

/** WCAG 2.2 AA, as far as a machine can tell; of what stands still, for what just fades in has no contrast yet. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(told, `${page.url()} breaks WCAG 2.2 AA`).toEqual([]);
}

/**
 * The ten seconds in which a decision can be taken back do not pass any more, however slow the machine. Timers are left as
 * they are: Playwright's clock would not end those that were begun before it came.
 */
export async function holdTheClock(page: Page): Promise<void> {
  const hold = () => {
    const now = Date.now();
    Date.now = () => now;
  };
  await page.addInitScript(hold);
  await page.evaluate(hold);
}

/** Pictures for the README, taken only when E2E_SCREENSHOTS asks for them: tests do not change the repository. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.E2E_SCREENSHOTS !== "1") return;
  mkdirSync("docs", { recursive: true });
  await page.screenshot({ path: `docs/${name}.png`, animations: "disabled" });
}

/** Waits until the worker has made a post, and opens it on a desk that shows nothing but the test's own group. */
export async function openOnDesk(page: Page, api: ApiClient, group: string, topic: string): Promise<string> {
  const { task_id: id } = await api.createWaiting({ topic, task_source_group_id: group });
  await open(page, `/review?group=${group}`);
  await expect(page.getByRole("toolbar", { name: "Decide" })).toBeVisible();
  return id;
}

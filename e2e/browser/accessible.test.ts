import type { Page } from "@playwright/test";
import { bareScreens, visitorScreens } from "#scripts/gallery/screens.ts";
import { expectAccessible, open, openOnDesk } from "../support/browser.ts";
import { admin } from "../support/hub.ts";
import { expect, test } from "../support/team.ts";

const wide = { width: 1440, height: 900 };
const looks = [
  { colorScheme: "light", size: wide },
  { colorScheme: "dark", size: wide },
  { colorScheme: "dark", size: { width: 390, height: 844 } },
] as const;

for (const { name, path } of bareScreens) {
  test(`${name} is for everyone`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSettled(page);
    await expectForEveryone(page);
  });
}

test("pages that need no account are for everyone", async ({ visitor }) => {
  test.slow();
  // The reference has a test of its own (docs.test.ts).
  for (const { path } of visitorScreens.filter(({ name }) => !name.startsWith("docs"))) {
    await visitor.goto(path);
    await expect(visitor.getByRole("heading").first()).toBeVisible();
    await expectForEveryone(visitor);
  }
});

test("the desk, a task and its ways of being looked at are for everyone", async ({ page, api, unique }) => {
  test.slow();
  const id = await openOnDesk(page, api, unique, `Banks of ${unique}`);
  await expectForEveryone(page);
  for (const view of ["preview", "markdown", "json", "edit"]) {
    await page.goto(`/queue/${id}?view=${view}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSettled(page);
    await expectForEveryone(page);
  }
});

test("every dialog is for everyone", async ({ page, api, unique }) => {
  test.slow();
  await openOnDesk(page, api, unique, `Sluices of ${unique}`);
  for (const [key, name] of Object.entries({ r: "Reject", g: "Send back", "?": "Keys" })) {
    await page.keyboard.press(key);
    await expectDialog(page, name);
  }
  await open(page, `/queue?group=${unique}`);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectForEveryone(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More filters" }).click();
  await expectDialog(page, "Filters");
  await page.getByRole("button", { name: "Save this view" }).click();
  await expectDialog(page, "Save this view");
  await page.getByRole("checkbox", { name: `Select Sluices of ${unique}` }).click();
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expectDialog(page, /Assign/);
  await open(page, "/settings/keys");
  await page.getByRole("button", { name: "Create a key" }).first().click();
  await expectDialog(page, "Create a key");
  await open(page, "/settings/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await expectDialog(page, /Invite/);
});

test("what the public reads is for everyone", async ({ visitor, api, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Coasts of ${unique}` });
  await api.post(`/api/tasks/${id}/approve`);
  const { published_url: url } = (await api.post(`/api/tasks/${id}/publish`)).body;
  const story = `The bell of ${unique} rings twice. The ferry leaves at noon. The pier is old.`;
  const asked = { task_type: "quiz", story_prompt: story, difficulty: "easy", num_questions: 2 };
  const { result } = await api.waitFor((await api.post("/api/tasks", asked)).body.task_id, "completed");
  const quiz = `/quiz/${(result as { quiz: { id: string } }).quiz.id}`;
  for (const path of [url ?? "", `/p/${admin.accountSlug}`, quiz]) {
    await visitor.goto(path);
    await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
    await expectForEveryone(visitor);
  }
});

/** The rail alone has more. */
const least = 8;

test("focus can be seen wherever Tab leads, leads through the whole screen, and out of it again", async ({
  team,
  unique,
}) => {
  test.slow();
  // With as many tasks as it makes itself, and nothing that moves.
  const ana = await team.join("Ana", "admin");
  for (const name of ["Reeds", "Sedges"]) {
    await ana.api.createWaiting({ topic: `${name} of ${unique}`, task_source_group_id: unique });
  }
  const page = await team.open(ana, { viewport: wide });
  for (const { path } of bareScreens) {
    await page.goto(path);
    await expectSettled(page);
    const seen: string[] = [];
    for (let steps = 0; steps < 150; steps += 1) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(describeFocus);
      // Past the last one lies the browser's own bar, or the first one again where there is none.
      if (focus === null || (seen.length > least && focus.name === seen[0])) break;
      expect(focus.visible, `${path}: the focus on ${focus.name} cannot be seen`).toBe(true);
      seen.push(focus.name);
    }
    expect(seen.length, `${path}: Tab does not lead out again`).toBeLessThan(150);
    expect(seen.length, path).toBeGreaterThan(least);
  }
});

test("someone without a mouse signs in and reaches the desk", async ({ visitor }) => {
  await visitor.goto("/sign-in");
  await expect(visitor.getByLabel("Email address")).toBeFocused();
  await visitor.keyboard.type(admin.email);
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.type(admin.password);
  await expect(visitor.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await visitor.keyboard.press("Enter");
  await visitor.waitForURL("/");
  await visitor.keyboard.press("Tab");
  await expect(visitor.getByRole("link", { name: "Skip to content" })).toBeFocused();
});

/** Nothing is being waited for any more. */
async function expectSettled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** In both themes, wide and on a phone; and nothing is wider than the window. */
async function expectForEveryone(page: Page): Promise<void> {
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme });
    await resize(page, size);
    await unroll(page);
    await expectAccessible(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, `${page.url()} is wider than a window of ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await resize(page, wide);
}

/** Until what is shaped by the size has heard of it, which is before the frame in which this looks, and stands there. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  await expectSettled(page);
}

/** Makes the window as tall as the page: what a bar at the foot covers at the moment can be scrolled to. */
async function unroll(page: Page): Promise<void> {
  const { width = 0, height: least = 0 } = page.viewportSize() ?? {};
  // What is as tall as a part of the window grows with it at first, so it takes a few steps.
  for (let height = least, steps = 0; steps < 5; steps += 1) {
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    if (tall <= height) return;
    height = tall;
    await resize(page, { width, height });
  }
}

/** Checks the open dialog, and that Escape closes it. */
async function expectDialog(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  await expectForEveryone(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

/** Null once the focus has left the page. */
function describeFocus(): { name: string; visible: boolean } | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const name = element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
  const inside = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
  return {
    name: name.slice(0, 60) || element.outerHTML.slice(0, 120),
    visible: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && box.width > 0 && inside,
  };
}

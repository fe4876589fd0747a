import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Sql } from "postgres";
import { expect, expectAccessible, open, test } from "../support/browser.ts";
import { hub } from "../support/hub.ts";
import type { Session } from "../support/sign-in.ts";

const title = (page: Page) => page.getByRole("textbox", { name: "Title", exact: true });
const saved = (page: Page) => expect(page.getByText(/^Draft saved \d\d:\d\d$/)).toBeVisible();
const notice = (page: Page) => page.getByText("You have an unsaved draft of this");

async function edit(page: Page, id: string): Promise<void> {
  await open(page, `/queue/${id}?view=edit`);
  await expect(title(page)).toBeVisible();
}

type Stored = { result: { title?: string } | null; content: string | null; base_revision: number };

async function draftsOf(db: Sql, id: string): Promise<Stored[]> {
  return db<Stored[]>`
    select d.result, d.content, d.base_revision from drafts d join tasks t on t.uid = d.task_uid where t.id = ${id}`;
}

/** Another machine of the same person: it shares the session and nothing else. */
async function elsewhere(browser: Browser, storageState: Session): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: hub.baseUrl, storageState });
  return { page: await context.newPage(), context };
}

test("a draft outlives the page, and is thrown away only when told", async ({ page, api, db, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Marshes of ${unique}` });
  await edit(page, id);
  await title(page).fill("Marshes that move");
  await saved(page);
  expect(await draftsOf(db, id)).toMatchObject([{ result: { title: "Marshes that move" }, content: null }]);
  await page.reload();
  await expect(title(page)).toHaveValue("Marshes that move");
  await page.keyboard.press("Escape");
  await expect(notice(page)).toBeVisible();
  await page.getByRole("button", { name: "Go on with the draft" }).click();
  await expect(title(page)).toHaveValue("Marshes that move");
  await page.getByRole("button", { name: "Throw away" }).click();
  await expect(notice(page)).toBeHidden();
  await expect.poll(() => draftsOf(db, id)).toEqual([]);
  const [count] = await db`select count(*)::int as revisions from revisions r join tasks t on t.uid = r.task_uid
    where t.id = ${id}`;
  expect(count).toEqual({ revisions: 1 });
});

test("is gone on with on another machine, put together with what changed since, and ends when it is saved", async ({
  page,
  browser,
  session,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Weirs of ${unique}` });
  await edit(page, id);
  await title(page).fill("Weirs at work");
  await saved(page);
  await page.close();
  const { headers } = await api.get(`/api/tasks/${id}`);
  await api.patch(`/api/tasks/${id}`, { result: { excerpt: "By a colleague." } }, headers.get("etag"));
  expect(await draftsOf(db, id)).toHaveLength(1);

  const home = await elsewhere(browser, session);
  await open(home.page, `/queue/${id}`);
  await expect(notice(home.page)).toContainText("It began with revision 1; revision 2 is the newest by now.");
  await expectAccessible(home.page);
  await home.page.getByRole("button", { name: "Go on with the draft" }).click();
  await expect(title(home.page)).toHaveValue("Weirs at work");
  const conflict = home.page.getByRole("alert", { name: "Changed meanwhile" });
  await expect(conflict).toContainText("You changed different parts");
  await conflict.getByRole("button", { name: "Put both together" }).click();
  await home.page.getByRole("button", { name: "Save revision" }).click();
  await expect(home.page.getByText("Saved as a new revision")).toBeVisible();
  await expect(notice(home.page)).toBeHidden();
  const [third] = await db`select r.result from revisions r join tasks t on t.uid = r.task_uid
    where t.id = ${id} and r.number = 3`;
  expect(third?.result).toMatchObject({ title: "Weirs at work", excerpt: "By a colleague." });
  expect(await draftsOf(db, id)).toEqual([]);
  await home.context.close();
});

test("two open windows of one person do not write over each other's words", async ({
  page,
  browser,
  session,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Quays of ${unique}` });
  await edit(page, id);
  const home = await elsewhere(browser, session);
  await edit(home.page, id);
  await title(page).fill("Quays, from the office");
  await saved(page);
  await title(home.page).fill("Quays, from home");
  const rival = home.page.getByRole("alert", { name: "Two drafts" });
  await expect(rival).toBeVisible();
  await expectAccessible(home.page);
  await expect(home.page.getByRole("button", { name: "Save revision" })).toBeDisabled();
  expect(await draftsOf(db, id)).toMatchObject([{ result: { title: "Quays, from the office" } }]);
  await rival.getByRole("button", { name: "Keep this one" }).click();
  await saved(home.page);
  expect(await draftsOf(db, id)).toMatchObject([{ result: { title: "Quays, from home" } }]);
  await title(page).fill("Quays, from the office again");
  const other = page.getByRole("alert", { name: "Two drafts" });
  await other.getByRole("button", { name: "Go on with that one" }).click();
  await expect(title(page)).toHaveValue("Quays, from home");
  await expect(other).toBeHidden();
  expect(await draftsOf(db, id)).toMatchObject([{ result: { title: "Quays, from home" } }]);
  await home.context.close();
});

test("what is typed offline stays in the browser, says so, and is on the hub once that is back", async ({
  page,
  context,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Sluices of ${unique}` });
  await edit(page, id);
  await context.setOffline(true);
  await title(page).fill("Sluices in the dark");
  await expect(page.getByText("Kept in this browser only: offline")).toBeVisible();
  expect(await draftsOf(db, id)).toEqual([]);
  await context.setOffline(false);
  await saved(page);
  expect(await draftsOf(db, id)).toMatchObject([{ result: { title: "Sluices in the dark" } }]);
});

test("one's draft is nobody else's, not even an admin's", async ({ page, api, keyFor, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Bays of ${unique}` });
  await edit(page, id);
  await title(page).fill("Bays in confidence");
  await saved(page);
  const key = await keyFor("admin");
  expect((await key.get(`/api/tasks/${id}/draft`)).status).toBe(403);
  const mine = await api.get<{ draft: { changes: unknown } }>(`/api/tasks/${id}/draft`);
  expect(mine.body.draft.changes).toEqual({ result: { title: "Bays in confidence" } });
});

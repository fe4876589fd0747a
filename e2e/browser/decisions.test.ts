import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import type { ApiClient } from "../support/api-client.ts";
import { expect, holdTheClock, open, openOnDesk, test } from "../support/browser.ts";
import { openAs } from "../support/people.ts";

const reading = (page: Page) => page.getByRole("status", { name: "On the desk" });
const notices = (page: Page) => page.getByRole("region", { name: "Notices" });
async function three(api: ApiClient, group: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ["Kelp", "Loam", "Mire"]) {
    ids.push((await api.createWaiting({ topic: `${name} of ${group}`, task_source_group_id: group })).task_id);
  }
  return ids;
}

async function statuses(db: Sql, group: string): Promise<string[]> {
  const rows = await db<{ status: string }[]>`
    select status from tasks where task_source_group_id = ${group} order by number`;
  return rows.map(({ status }) => status);
}

test("one press is one decision, however long the key is held; each of them can be taken back in turn", async ({
  page,
  api,
  db,
  unique,
}) => {
  await three(api, unique);
  await open(page, `/review?group=${unique}`);
  await expect(reading(page)).toContainText(`Kelp of ${unique}`);
  await holdTheClock(page);
  await page.keyboard.down("a");
  await expect(reading(page)).toContainText(`Loam of ${unique}`);
  for (let repeated = 0; repeated < 5; repeated += 1) await page.keyboard.down("a");
  await page.keyboard.up("a");
  await expect(reading(page)).toContainText(`Loam of ${unique}`);
  await expect.poll(() => statuses(db, unique)).toEqual(["approved", "awaiting_approval", "awaiting_approval"]);
  await page.keyboard.press("a");
  await expect(reading(page)).toContainText(`Mire of ${unique}`);
  await page.keyboard.press("z");
  await expect(reading(page)).toContainText(`Loam of ${unique}`);
  await page.keyboard.press("z");
  await expect(reading(page)).toContainText(`Kelp of ${unique}`);
  await expect
    .poll(() => statuses(db, unique))
    .toEqual(["awaiting_approval", "awaiting_approval", "awaiting_approval"]);
});

test("the key on the notice works on the next screen too", async ({ page, api, db, unique }) => {
  await openOnDesk(page, api, unique, `Reefs of ${unique}`);
  await holdTheClock(page);
  await page.keyboard.press("a");
  // It stays for as long as the pointer rests on it.
  await notices(page).getByText(`Approved: Reefs of ${unique}`).hover();
  await page.getByRole("link", { name: "Queue" }).first().press("Enter");
  await expect(page.getByRole("heading", { name: "Queue", level: 1 })).toBeVisible();
  await page.keyboard.press("z");
  await expect(notices(page)).toContainText("Taken back");
  expect(await statuses(db, unique)).toEqual(["awaiting_approval"]);
  expect(new URL(page.url()).search).toBe("");
});

test("a decision stands when the tab is closed right after it", async ({ page, api, db, unique }) => {
  await openOnDesk(page, api, unique, `Shoals of ${unique}`);
  await page.keyboard.press("a");
  await page.close();
  await expect.poll(() => statuses(db, unique)).toEqual(["approved"]);
});

test("nothing is decided while it is edited, and Escape closes what floats before the editor", async ({
  page,
  api,
  db,
  unique,
}) => {
  await openOnDesk(page, api, unique, `Spits of ${unique}`);
  await page.keyboard.press("e");
  const editor = page.getByRole("region", { name: "Edit", exact: true });
  await expect(editor).toBeVisible();
  await editor.getByRole("heading", { name: "Edit" }).click();
  await page.keyboard.press("a");
  await expect(notices(page)).toContainText("You are editing this");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Find or do anything" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Find or do anything" })).toBeHidden();
  await expect(editor).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" }).getByText("Numbered list")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  const comment = page.getByRole("textbox", { name: "Comment", exact: true });
  await expect(comment).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(comment).not.toBeFocused();
  await expect(editor).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor).toBeHidden();
  expect(await statuses(db, unique)).toEqual(["awaiting_approval"]);
});

test("words stay with the item that they are about, and a comment whose answer is lost is one comment", async ({
  page,
  api,
  db,
  unique,
}) => {
  const [first = ""] = await three(api, unique);
  await open(page, `/review?group=${unique}`);
  await expect(reading(page)).toContainText(`Kelp of ${unique}`);
  await page.keyboard.press("c");
  const comment = page.getByRole("textbox", { name: "Comment", exact: true });
  await comment.fill("Half a thou");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.getByLabel("In your words").fill("Too wet");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(reading(page)).toContainText(`Loam of ${unique}`);
  await expect(comment).toHaveValue("");
  await page.keyboard.press("k");
  await expect(reading(page)).toContainText(`Kelp of ${unique}`);
  await expect(comment).toHaveValue("Half a thou");
  await page.keyboard.press("r");
  await expect(page.getByLabel("In your words")).toHaveValue("Too wet");
  await page.keyboard.press("Escape");

  let sent = 0;
  await page.route(`**/api/tasks/${first}/comments`, async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.keyboard.press("c");
  await comment.fill("A whole thought.");
  await page.keyboard.press("Control+Enter");
  await expect(notices(page)).toContainText("The comment was not saved");
  await page.keyboard.press("Control+Enter");
  await expect(comment).toHaveValue("");
  expect(sent).toBe(2);
  const comments = await db`
    select c.body from comments c join tasks t on t.uid = c.task_uid where t.task_source_group_id = ${unique}`;
  expect(comments).toEqual([{ body: "A whole thought." }]);
});

test("what was changed while it was read is not approved by the key that was meant for what was there before", async ({
  page,
  browser,
  playwright,
  api,
  db,
  unique,
}) => {
  const id = await openOnDesk(page, api, unique, `Bars of ${unique}`);
  const other = await openAs({ browser, playwright, db }, { name: `Eve ${unique}`, role: "reviewer" });
  await open(other, `/queue/${id}?view=edit`);
  await other.getByRole("textbox", { name: "Title", exact: true }).fill("Bars, by Eve");
  await other.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText(`Eve ${unique} made revision 2 while you were reading`)).toBeVisible();
  await page.keyboard.press("a");
  await expect(notices(page)).toContainText("The same key again is about revision 2.");
  expect(await statuses(db, unique)).toEqual(["awaiting_approval"]);
  await page.keyboard.press("a");
  await expect.poll(() => statuses(db, unique)).toEqual(["approved"]);
  const [task] = await db`select approved_revision from tasks where id = ${id}`;
  expect(task).toEqual({ approved_revision: 2 });
});

test("the desk's keys work with the focus in a mail", async ({ page, api, db, unique }) => {
  const mail = { task_type: "email", topic: `Ferries of ${unique}`, goal: "Readers book a place." };
  const { body } = await api.post("/api/tasks", { ...mail, task_source_group_id: unique });
  await api.waitFor(body.task_id, "awaiting_approval");
  await open(page, `/review?group=${unique}`);
  await page.locator("iframe").first().contentFrame().locator("body").click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  await page.keyboard.press("a");
  await expect(notices(page)).toContainText("Approved");
  await expect.poll(() => statuses(db, unique)).toEqual(["approved"]);
});

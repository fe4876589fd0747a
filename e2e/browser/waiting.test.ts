import type { Page } from "@playwright/test";
import { expectAccessible, open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

const rail = (page: Page) => page.getByRole("navigation", { name: "Main" });
const list = (page: Page) => page.getByRole("region", { name: "Waiting for review" });

test("every number of what waits is this person's, and leads to as many", async ({ team, db, unique }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  await ana.api.put("/api/policies", { policy: { task_type: "blog_post", approvals_needed: 2 } });
  const waiting: string[] = [];
  for (const name of ["Tides", "Reeds", "Creeks", "Flats"]) {
    const { task_id: id } = await ana.api.createWaiting({ topic: `${name} ${unique}`, task_source_group_id: unique });
    waiting.push(id);
  }
  const [approved = "", snoozed = ""] = waiting;
  expect((await ben.api.post(`/api/tasks/${approved}/approve`)).status).toBe(200);
  const until = new Date(Date.now() + 3600_000).toISOString();
  expect((await ben.api.post(`/api/tasks/${snoozed}/snooze`, { until })).status).toBe(200);
  const rows = await db`
    select count(*)::int as all, count(*) filter (where snoozed_until > now())::int as snoozed
    from tasks where account_id = ${team.accountId} and status = 'awaiting_approval'`;
  expect(rows[0]).toEqual({ all: 4, snoozed: 1 });

  const bens = await team.open(ben);
  await open(bens, "/");
  await expect(rail(bens).getByRole("link", { name: "Review" })).toHaveAccessibleName("Review 2");
  await expect(bens.getByRole("link", { name: "blog post" }).first()).toContainText("2");
  await bens.getByRole("link", { name: "2 need you" }).click();
  await expect(list(bens).getByText("2 waiting")).toBeVisible();
  await expect(list(bens).getByRole("listitem")).toHaveCount(2);
  await list(bens).getByRole("button", { name: "Snoozed (1)" }).click();
  await expect(list(bens).getByRole("listitem")).toHaveCount(1);

  const anas = await team.open(ana);
  await open(anas, "/");
  await expect(rail(anas).getByRole("link", { name: "Review" })).toHaveAccessibleName("Review 3");
  await expect(anas.getByRole("link", { name: "3 need you" })).toBeVisible();
});

test("the queue finds what is snoozed, and what one has approved or not", async ({ team, unique }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  await ana.api.put("/api/policies", { policy: { task_type: "blog_post", approvals_needed: 2 } });
  const make = (name: string) => ana.api.createWaiting({ topic: `${name} ${unique}`, task_source_group_id: unique });
  const [tides, reeds] = [await make("Tides"), await make("Reeds")];
  await ben.api.post(`/api/tasks/${tides.task_id}/approve`);
  const until = new Date(Date.now() + 3600_000).toISOString();
  await ana.api.post(`/api/tasks/${reeds.task_id}/snooze`, { until });

  const page = await team.open(ben);
  await open(page, "/queue");
  const rows = page.getByRole("link", { name: new RegExp(unique) });
  const choose = async (label: string, option: string) => {
    await page.getByRole("button", { name: "More filters" }).click();
    await page.getByRole("dialog", { name: "Filters" }).getByLabel(label, { exact: true }).selectOption(option);
    await page.getByRole("button", { name: "Show", exact: true }).click();
  };
  await expect(rows).toHaveCount(2);
  await choose("Approved by", "Me");
  await expect(rows).toHaveText([new RegExp(`^Tides ${unique}`)]);
  await page.getByRole("button", { name: "Clear" }).click();
  await choose("Not yet approved by", "Me");
  await expect(rows).toHaveText([new RegExp(`^Reeds ${unique}`)]);
  await choose("Snoozed", "Not snoozed");
  await expect(rows).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove filter Not approved by" }).click();
  await expect(rows).toHaveText([new RegExp(`^Tides ${unique}`)]);
});

test("on a phone the desk's menu snoozes", async ({ team, db, unique }) => {
  const ana = await team.join("Ana", "admin");
  const { task_id: id } = await ana.api.createWaiting({ topic: `Weirs ${unique}`, task_source_group_id: unique });
  const page = await team.open(ana);
  await open(page, "/review");
  await page.setViewportSize({ width: 390, height: 844 });
  await list(page)
    .getByRole("button", { name: `Weirs ${unique}` })
    .click();
  const bar = page.getByRole("toolbar", { name: "Decide" });
  await bar.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Snooze" }).click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect
    .poll(async () => (await db`select snoozed_until > now() as later from tasks where id = ${id}`)[0])
    .toEqual({ later: true });
  await expect(list(page).getByRole("button", { name: "Snoozed (1)" })).toBeVisible();
});

test("C on a task's own page comments on what is selected", async ({ team, db, unique }) => {
  const ana = await team.join("Ana", "admin");
  const { task_id: id } = await ana.api.createWaiting({ topic: `Locks ${unique}`, task_source_group_id: unique });
  const page = await team.open(ana);
  await open(page, `/queue/${id}`);
  await page.locator("[data-preview] p").first().click({ clickCount: 3 });
  await page.keyboard.press("c");
  const field = page.getByRole("textbox", { name: "Comment on the selection" });
  await expect(field).toBeFocused();
  await field.pressSequentially("Says who?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Comment", exact: true })).toHaveValue("");
  await expect(page.getByRole("complementary", { name: "Evidence" }).getByText("Says who?")).toBeVisible();
  const [comment] = await db`
    select body, anchor ->> 'quote' as quote from comments where task_uid = (select uid from tasks where id = ${id})`;
  expect(comment).toMatchObject({ body: "Says who?", quote: expect.stringMatching(/\w+ \w+/) });
});

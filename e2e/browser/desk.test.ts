import { expect, holdTheClock, open, openOnDesk, test } from "../support/browser.ts";

test("a decision is taken back by one key, and is on record both ways", async ({ page, api, db, unique }) => {
  const title = `Creeks of ${unique}`;
  const id = await openOnDesk(page, api, unique, title);
  const status = async () => (await db`select status from tasks where id = ${id}`)[0]?.status;
  await holdTheClock(page);
  await page.keyboard.press("a");
  await expect(page.getByText(`Approved: ${title}`)).toBeVisible();
  await expect.poll(status).toBe("approved");
  await page.keyboard.press("z");
  await expect(page.getByText(`Taken back: ${title}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  expect(await status()).toBe("awaiting_approval");
  const audit = await db`select action from audit where target_id = ${id} order by id`;
  expect(audit.map(({ action }) => action)).toEqual(["task.approve", "task.unapprove"]);
});

test("what becomes ready waits behind a count; what is read does not move", async ({ page, api, unique }) => {
  const first = `Flats of ${unique}`;
  await openOnDesk(page, api, unique, first);
  const list = page.getByRole("region", { name: "Waiting for review" });
  await api.createWaiting({ topic: `Reeds of ${unique}`, task_source_group_id: unique, priority: "urgent" });
  await list.getByRole("button", { name: "1 new" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByRole("listitem").first()).toContainText(`Reeds of ${unique}`);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(list.getByRole("button", { name: `Reeds of ${unique}` })).toHaveAttribute("aria-current", "true");
});

test("a decision that comes too late comes back with its reason", async ({ page, api, db, unique }) => {
  const title = `Weirs of ${unique}`;
  const id = await openOnDesk(page, api, unique, title);
  await page.route(`**/api/tasks/${id}/approve`, async (route) => {
    await api.post(`/api/tasks/${id}/reject`, { reason: "Somebody was faster" });
    await route.continue();
  });
  await page.keyboard.press("a");
  await expect(page.getByText(`Not decided: ${title}`)).toBeVisible();
  const [row] = await db`select status, approved_sha256 from tasks where id = ${id}`;
  expect(row).toEqual({ status: "rejected", approved_sha256: null });
});

test("filters of the queue live in the address, and find what the database has", async ({ page, api, db, unique }) => {
  await api.createWaiting({ topic: `Salt of ${unique}`, task_source_group_id: unique });
  const other = await api.createWaiting({ topic: `Silt of ${unique}`, task_source_group_id: unique });
  await api.post(`/api/tasks/${other.task_id}/approve`);
  await open(page, `/queue?group=${unique}`);
  const rows = page.getByRole("link", { name: new RegExp(unique) });
  await expect(rows).toHaveCount(2);
  await open(page, `/queue?group=${unique}&status=approved`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`Silt of ${unique}`);
  await page.reload();
  await expect(rows).toHaveCount(1);
  const [row] = await db`
    select count(*)::int as count from tasks where task_source_group_id = ${unique} and status = 'approved'`;
  expect(row?.count).toBe(1);
});

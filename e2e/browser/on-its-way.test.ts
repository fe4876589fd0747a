import { expect, test } from "../support/browser.ts";

test("what happens between a page and its live stream is on the page", async ({ page, api, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Eddies of ${unique}` });
  const stream = Promise.withResolvers<void>();
  await page.route("**/api/tasks/stream?*", async (route) => {
    await stream.promise;
    await route.continue();
  });
  await page.goto(`/queue/${id}`);
  const approve = page.getByRole("button", { name: /^Approve/ });
  await expect(approve).toBeVisible();
  const { status } = await api.post(`/api/tasks/${id}/approve`);
  expect(status).toBe(200);
  stream.resolve();
  await expect(approve).toBeHidden();
  await expect(page.getByRole("button", { name: /^Publish/ })).toBeVisible();
});

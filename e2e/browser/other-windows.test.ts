import { expect, open, test } from "../support/browser.ts";

test("at twice the size of type the queue still names its tasks", async ({ page, api, unique }) => {
  const topic = `Groynes of ${unique}`;
  await api.createWaiting({ topic, task_source_group_id: unique });
  await page.setViewportSize({ width: 720, height: 450 });
  await open(page, `/queue?group=${unique}`);
  const row = page.getByRole("row", { name: topic });
  await expect(row.getByRole("link", { name: topic })).toBeInViewport({ ratio: 1 });
  const cell = row.getByRole("cell").filter({ hasText: topic });
  expect((await cell.boundingBox())?.width).toBeGreaterThanOrEqual(240);
});

test("a post is printed dark on white, from a dark screen too", async ({ visitor, api, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Weirs of ${unique}` });
  await api.post(`/api/tasks/${id}/approve`);
  const { published_url: url } = (await api.post(`/api/tasks/${id}/publish`)).body;
  await visitor.emulateMedia({ media: "print", colorScheme: "dark" });
  await visitor.goto(url ?? "");
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(31, 29, 26)");
  await expect(visitor.getByRole("link", { name: /^All posts/ })).toBeHidden();
});

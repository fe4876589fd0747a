import { topic } from "../support/api-client.ts";
import { expect, open, screenshot, test } from "../support/browser.ts";

const group = "coast-in-spring";
const others = ["Why salt marsh grows where it does", "What a barrage does to a river", "Reading a tide table"];

test("the desk shows what waits, the article as its readers will see it, and the evidence beside it", async ({
  page,
  api,
  db,
}) => {
  for (const title of others) await api.createWaiting({ topic: title, task_source_group_id: group });
  const id = await api.createPost({ task_source_group_id: group, priority: "high" });
  await api.waitFor(id, "awaiting_approval");

  await open(page, `/review?group=${group}`);
  const list = page.getByRole("region", { name: "Waiting for review" });
  await expect(list.getByRole("listitem")).toHaveCount(others.length + 1);
  await expect(list.getByRole("listitem").first()).toContainText(topic);
  await expect(page.getByRole("toolbar", { name: "Decide" }).getByRole("button", { name: "Approve" })).toBeEnabled();
  await expect(page.getByRole("tabpanel").getByRole("heading", { name: topic })).toBeVisible();
  const evidence = page.getByRole("complementary", { name: "Evidence" });
  const [row] = await db`select round(quality_score::numeric, 1)::text as quality from tasks where id = ${id}`;
  await expect(evidence.getByText(`Quality ${row?.quality}`)).toBeVisible();
  const picture = page.getByRole("tabpanel").getByRole("img").first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await screenshot(page, "screenshot");
});

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { hub } from "../support/hub.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`the API's reference is read without signing in and without the network, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: hub.baseUrl, colorScheme });
    const page = await context.newPage();
    const outside: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(hub.baseUrl)) outside.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto("/docs");
    await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
    await page.getByRole("link", { name: "POST /api/tasks Create a task" }).click();
    await expect(page).toHaveURL(/\/docs\/tasks#postTasks$/);
    await expect(page.getByRole("article", { name: "Create a task" })).toContainText('"task_type": "blog_post"');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect({ outside, errors }).toEqual({ outside: [], errors: [] });
    await context.close();
  });
}

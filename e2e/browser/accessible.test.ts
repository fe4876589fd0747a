import { expect, expectAccessible, open, openOnDesk, test } from "../support/browser.ts";
import { admin } from "../support/hub.ts";

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    for (const path of ["/", "/queue", "/groups", "/create", "/create?type=blog_post", "/settings", "/settings/keys"]) {
      test(`${path} is for everyone`, async ({ page }) => {
        await open(page, path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      });
    }

    test("the desk, a task and its dialogs are for everyone", async ({ page, api, unique }) => {
      const id = await openOnDesk(page, api, unique, `Banks of ${unique}`);
      await expectAccessible(page);
      await page.keyboard.press("r");
      await expect(page.getByRole("dialog", { name: "Reject" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await open(page, `/queue/${id}`);
      await expectAccessible(page);
    });

    test("the public page and signing in are for everyone", async ({ visitor, api, unique }) => {
      await visitor.emulateMedia({ colorScheme: scheme });
      const { task_id: id } = await api.createWaiting({ topic: `Coasts of ${unique}` });
      await api.post(`/api/tasks/${id}/approve`);
      const { published_url: url } = (await api.post(`/api/tasks/${id}/publish`)).body;
      await visitor.goto(url ?? "");
      await expect(visitor.getByRole("article")).toBeVisible();
      await expectAccessible(visitor);
      await visitor.goto(`/p/${admin.accountSlug}`);
      await expectAccessible(visitor);
      await visitor.goto("/review");
      await visitor.waitForURL(/\/sign-in/);
      await expect(visitor.getByRole("button", { name: "Sign in" })).toBeVisible();
      await expectAccessible(visitor);
    });
  });
}

test("someone without a mouse signs in and reaches the desk", async ({ visitor }) => {
  await visitor.goto("/sign-in");
  await expect(visitor.getByLabel("Email address")).toBeFocused();
  await visitor.keyboard.type(admin.email);
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.type(admin.password);
  await visitor.keyboard.press("Enter");
  await visitor.waitForURL("/");
  await visitor.keyboard.press("Tab");
  await expect(visitor.getByRole("link", { name: "Skip to content" })).toBeFocused();
});

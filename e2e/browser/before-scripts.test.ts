import { expect, test } from "../support/browser.ts";
import { admin } from "../support/hub.ts";

test("what is typed before the page's scripts have come is kept, and never stands in an address", async ({
  visitor,
}) => {
  const come = Promise.withResolvers<void>();
  await visitor.route("**/_next/static/**/*.js", async (route) => {
    await come.promise;
    await route.continue();
  });
  const addresses: string[] = [];
  visitor.on("request", (request) => addresses.push(request.url()));
  await visitor.goto("/sign-in", { waitUntil: "commit" });
  await visitor.getByLabel("Email address").fill(admin.email);
  await visitor.getByLabel("Password").fill(admin.password);
  await visitor.keyboard.press("Enter");
  const button = visitor.getByRole("button", { name: "Sign in" });
  await expect(button).toBeDisabled();

  come.resolve();
  await expect(visitor.getByLabel("Password")).toHaveValue(admin.password);
  await button.click();
  await visitor.waitForURL("/");
  expect(addresses.filter((address) => address.includes("password="))).toEqual([]);
});

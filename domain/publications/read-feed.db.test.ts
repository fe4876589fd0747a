import { load } from "cheerio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { readFeed, readSitemap } from "#domain/publications/read-feed.ts";
import { insertApproved, insertDraft } from "#domain/publications/testing.ts";

let test: TestDatabase;
let ctx: Ctx;
const hostile = "Tides ]]> & <script>alert(1)</script> \u0001\u{1F30A}";
const home = "http://127.0.0.1:3000/p/first";

beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const account = await insertTestAccount(test.db, "First", ada.id);
  ctx = await ctxOf(test.db, account.id, ada.id, "admin");
  await insertDraft(ctx, { id: "draft", title: "Draft", content: "no" });
  const content = `Twice a day [1]. ]]> <img src=x onerror=alert(1)> \u000b ![x](https://evil.example/x.png)`;
  await publishTask(ctx, await insertApproved(ctx, { id: "one", title: hostile, content }));
  await publishTask(ctx, await insertApproved(ctx, { id: "two", title: "Second", content: "Later." }));
});
afterAll(() => test.close());

describe("feeds", () => {
  it("are RSS that a parser reads, whatever the posts say", async () => {
    const xml = await readFeed(test.db, "first", "rss");
    expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]/u);
    const $ = load(xml, { xml: true });
    expect($("channel > title").text()).toBe("First");
    const items = $("item").toArray();
    expect(items.map((item) => $(item).find("title").first().text())).toEqual([
      "Second",
      "Tides ]]> &amp; &lt;script>alert(1)&lt;/script> \u{1F30A}",
    ]);
    const html = $(items[1]).find("content\\:encoded").text();
    expect(html).toContain("Twice a day <sup>");
    expect(html).toContain("#source-1");
    expect(html).not.toMatch(/<(script|img)/);
    expect($(items[1]).find("link").text()).toMatch(new RegExp(`^${home}/`));
    expect($(items[0]).find("category").text()).toBe("coast");
  });

  it("are Atom and JSON too, with the same entries", async () => {
    const $ = load(await readFeed(test.db, "first", "atom"), { xml: true });
    expect(
      $("entry > id")
        .toArray()
        .map((id) => $(id).text()),
    ).toContain(`${home}/second`);
    const parsed = JSON.parse(await readFeed(test.db, "first", "json"));
    expect(parsed).toMatchObject({ title: "First", home_page_url: home, feed_url: `${home}/feed.json` });
    expect(parsed.items[1].title).toBe("Tides ]]> & <script>alert(1)</script> \u{1F30A}");
    expect(parsed.items.map((item: { url: string }) => item.url)).toContain(`${home}/second`);
  });

  it("stay the same while nothing changes", async () => {
    expect(await readFeed(test.db, "first", "atom")).toBe(await readFeed(test.db, "first", "atom"));
  });

  it("are refused for nobody's account", async () => {
    await expect(readFeed(test.db, "nobody", "rss")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readSitemap(test.db, "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("lists every live post in the sitemap", async () => {
  const $ = load(await readSitemap(test.db, "first"), { xml: true });
  const found = $("url > loc")
    .toArray()
    .map((loc) => $(loc).text());
  expect(found[0]).toBe(home);
  expect(found).toContain(`${home}/second`);
  expect(found).toHaveLength(3);
});

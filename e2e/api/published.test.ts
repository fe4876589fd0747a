import { expect, test } from "../support/fixtures.ts";
import { admin, hub } from "../support/hub.ts";

test("what is published is read signed out: page, feeds, sitemap, picture; until it is withdrawn", async ({
  api,
  unique,
}) => {
  const title = `Tides of ${unique}`;
  const { task_id: id } = await api.createWaiting({ topic: title });
  const base = `${hub.baseUrl}/p/${admin.accountSlug}`;
  const mentions = async (path: string) => {
    const response = await fetch(`${base}/${path}`);
    expect(response.status, path).toBe(200);
    return (await response.text()).includes(title);
  };
  const feeds = ["rss.xml", "atom.xml", "feed.json"];
  for (const feed of feeds) expect(await mentions(feed)).toBe(false);

  await api.post(`/api/tasks/${id}/approve`);
  const { published_url: url } = (await api.post(`/api/tasks/${id}/publish`)).body;
  for (const feed of feeds) expect(await mentions(feed)).toBe(true);
  const sitemap = await (await fetch(`${base}/sitemap.xml`)).text();
  expect(sitemap).toContain(`<loc>${url}</loc>`);

  const page = await fetch(url ?? "");
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain(title);
  expect(html).toContain("brackish");
  const picture = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  const image = await fetch(picture);
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);

  await api.post(`/api/tasks/${id}/unpublish`);
  expect((await fetch(url ?? "")).status).toBe(404);
  for (const feed of feeds) expect(await mentions(feed)).toBe(false);
});

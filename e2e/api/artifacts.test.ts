import { createHash } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "../support/fixtures.ts";

test("a file opens by its signed address, in ranges, to nobody who changes it", async ({ api, db }) => {
  const { task_id: id, featured_image_url: url, result_url: main } = await api.createWaiting();
  const address = new URL(url ?? "");
  expect(main).toBe(url);
  const get = (change: (url: URL) => void = () => {}, headers: Record<string, string> = {}) => {
    const changed = new URL(address);
    change(changed);
    return fetch(changed, { headers });
  };

  const whole = await get();
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  const [row] = await db`
    select a.sha256, a.size from artifacts a join tasks t on t.uid = a.task_uid where t.id = ${id} and a.role = 'featured_image'`;
  expect(whole.headers.get("etag")).toBe(`"${row?.sha256}"`);
  expect(Number(row?.size)).toBe(bytes.length);

  const part = await get(undefined, { range: "bytes=1-3" });
  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
    206,
    "PNG",
    `bytes 1-3/${bytes.length}`,
  ]);
  expect((await get(undefined, { "if-none-match": whole.headers.get("etag") ?? "" })).status).toBe(304);

  const later = String(Number(address.searchParams.get("expires")) + 3600);
  expect((await get((changed) => changed.searchParams.set("expires", later))).status).toBe(401);
  expect((await get((changed) => changed.searchParams.set("signature", "AAAA"))).status).toBe(401);
  expect((await get((changed) => changed.searchParams.delete("signature"))).status).toBe(401);
});

test("a file opens by any credential of its account, and by no other's", async ({ api, keyFor, stranger }) => {
  const { featured_image_url: url } = await api.createWaiting();
  const { pathname } = new URL(url ?? "");
  const viewer = await keyFor("viewer");
  expect((await viewer.get<string>(pathname)).status).toBe(200);
  expect((await stranger.get(pathname)).status).toBe(404);
});

test("a reference to another account's file, written into one's own text, opens nothing", async ({ api, stranger }) => {
  const { featured_image_url: url } = await api.createWaiting();
  const file = new URL(url ?? "").pathname.split("/").at(-1);
  const theirs = await stranger.createWaiting();
  const { headers } = await stranger.get(`/api/tasks/${theirs.task_id}`);
  const edit = { content: `![stolen](artifact:${file})` };
  const edited = await stranger.patch(`/api/tasks/${theirs.task_id}`, edit, headers.get("etag"));
  const signed = /\((http[^)]+)\)/.exec(edited.body.content ?? "")?.[1] ?? "";
  expect(new URL(signed).pathname).toContain(file);
  expect((await fetch(signed)).status).toBe(401);
});

test("a picture has a small form under the same rules, for those who list tasks", async ({ api, stranger, db }) => {
  const { task_id: id, thumbnail_url: url, featured_image_url: whole } = await api.createWaiting();
  expect(url).toBe(`${whole}&thumbnail=1`);
  const { body: page } = await api.get<{ tasks: { thumbnail_url: string }[] }>(`/api/tasks?task_ids=${id}`);
  const listed = page.tasks.map(({ thumbnail_url: address }) => new URL(address));
  expect(listed.map(({ pathname }) => pathname)).toEqual([new URL(url ?? "").pathname]);
  expect(listed[0]?.searchParams.get("thumbnail")).toBe("1");
  const small = await fetch(url ?? "");
  const bytes = Buffer.from(await small.arrayBuffer());
  expect([small.status, small.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 480, height: 252 });
  const [row] = await db`
    select a.thumbnail_sha256 from artifacts a join tasks t on t.uid = a.task_uid where t.id = ${id} and a.role = 'featured_image'`;
  expect(small.headers.get("etag")).toBe(`"${row?.thumbnail_sha256}"`);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(row?.thumbnail_sha256);
  const again = { headers: { "if-none-match": small.headers.get("etag") ?? "" } };
  expect((await fetch(url ?? "", again)).status).toBe(304);

  const { pathname } = new URL(url ?? "");
  expect((await fetch((url ?? "").replace(/signature=[^&]+/, "signature=AAAA"))).status).toBe(401);
  expect((await stranger.get(`${pathname}?thumbnail=1`)).status).toBe(404);
  expect((await api.get(`${pathname}?thumbnail=yes`)).status).toBe(400);

  // A file of before there were thumbnails comes itself.
  await db`update artifacts set thumbnail_sha256 = null where thumbnail_sha256 = ${row?.thumbnail_sha256}`;
  const old = await fetch(url ?? "");
  expect([old.status, old.headers.get("content-type")]).toEqual([200, "image/png"]);
});

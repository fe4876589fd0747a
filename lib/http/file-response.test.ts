import { describe, expect, it } from "vitest";
import { fileResponse, type ServedFile } from "#lib/http/file-response.ts";

const bytes = "0123456789";
const file: ServedFile = {
  name: "plan é.png",
  contentType: "image/png",
  size: bytes.length,
  sha256: "abc",
  open: async (range) => new Blob([range ? bytes.slice(range.start, range.end + 1) : bytes]).stream(),
};
const get = (headers: Record<string, string> = {}, served = file, method = "GET") =>
  fileResponse(new Request("http://hub.test/f", { method, headers }), served);
const contentTypeOf = (type: string) => get({}, { ...file, contentType: type });

describe("a range", () => {
  it.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=-99", bytes, "bytes 0-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
    ["bytes=9-9", "9", "bytes 9-9/10"],
  ])("%s is %s", async (range, part, contentRange) => {
    const response = await get({ range });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe(part);
    expect(response.headers.get("content-range")).toBe(contentRange);
    expect(response.headers.get("content-length")).toBe(String(part.length));
  });

  it.each(["bytes=10-", "bytes=5-3", "bytes=-0", "bytes=99-100"])("%s cannot be had", async (range) => {
    const response = await get({ range });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe("bytes */10");
  });

  it.each(["bytes=-", "bytes=a-b", "bytes=0-1,4-5", "lines=1-2", "bytes=1e3-"])(
    "%s is no range: the whole file comes",
    async (range) => {
      const response = await get({ range });
      expect([response.status, await response.text()]).toEqual([200, bytes]);
    },
  );

  it("of an earlier content is not continued", async () => {
    expect((await get({ range: "bytes=5-", "if-range": '"abc"' })).status).toBe(206);
    expect((await get({ range: "bytes=5-", "if-range": '"old"' })).status).toBe(200);
  });
});

it("is not sent again to someone who has it", async () => {
  const response = await get({ "if-none-match": '"old", "abc"' });
  expect([response.status, await response.text()]).toEqual([304, ""]);
});

it("answers HEAD with the headers alone, and does not open the file", async () => {
  const closed = { ...file, open: () => Promise.reject(new Error("opened")) };
  const response = await get({}, closed, "HEAD");
  expect([response.status, response.headers.get("content-length")]).toEqual([200, "10"]);
});

describe("what a browser does with it", () => {
  it.each(["image/png", "image/webp", "audio/mpeg", "video/mp4", "application/pdf", "text/plain; charset=utf-8"])(
    "%s is shown",
    async (type) => {
      expect((await contentTypeOf(type)).headers.get("content-disposition")).toMatch(/^inline/);
    },
  );

  it.each(["text/html", "image/svg+xml", "application/xhtml+xml", "text/plainly", "application/octet-stream"])(
    "%s is downloaded, for it could run as ours",
    async (type) => {
      expect((await contentTypeOf(type)).headers.get("content-disposition")).toMatch(/^attachment/);
    },
  );

  it("is played where it is a lesson, in an origin of its own that reaches nothing", async () => {
    const { headers } = await get({}, { ...file, role: "lesson", contentType: "text/html; charset=utf-8" });
    expect(headers.get("content-disposition")).toMatch(/^inline/);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none';.*; sandbox allow-scripts$/);
    expect(policy).not.toMatch(/connect-src|allow-same-origin|https?:/);
    const other = await get({}, { ...file, role: "lesson", contentType: "image/svg+xml" });
    expect(other.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(other.headers.get("content-security-policy")).toMatch(/; sandbox$/);
  });

  it("is told by us alone, and runs nothing", async () => {
    const { headers } = await get();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("content-disposition")).toBe("inline; filename*=UTF-8''plan%20%C3%A9.png");
  });
});

import { describe, expect, it } from "vitest";
import { readJsonBody } from "#lib/http/read-body.ts";

function request(body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) {
  return new Request("http://hub.test/", { method: "POST", body, headers });
}
const read = (body: BodyInit | null, headers?: Record<string, string>, limit = 1024) =>
  readJsonBody(request(body, headers), limit, false);
const problem = (body: BodyInit | null, headers?: Record<string, string>, limit?: number) =>
  read(body, headers, limit).then(
    () => null,
    ({ code, status, details }) => ({ code, status, field: details.field }),
  );

describe("a body", () => {
  it("is a JSON object in UTF-8", async () => {
    expect(await read('{"a": "ü"}')).toEqual({ a: "ü" });
    expect(await read("{}", { "content-type": "application/merge-patch+json; charset=utf-8" })).toEqual({});
  });

  it.each([["[]"], ["null"], ["1"], ['"a"'], ["{"], ["{}{}"], ["{'a': 1}"], ["\ufeff"], [""]])(
    "%j is malformed",
    async (body) => {
      expect(await problem(body)).toEqual({ code: "VALIDATION_ERROR", status: 400, field: "body" });
    },
  );

  it("that is not UTF-8 is malformed", async () => {
    const latin1 = new Uint8Array([...Buffer.from('{"a": "'), 0xe4, ...Buffer.from('"}')]);
    expect(await problem(latin1)).toMatchObject({ status: 400 });
  });

  it.each([["text/plain"], ["application/x-www-form-urlencoded"], ["application/jsonp"]])(
    "of type %s is not read",
    async (type) => {
      expect(await problem("{}", { "content-type": type })).toMatchObject({
        code: "UNSUPPORTED_MEDIA_TYPE",
        status: 415,
      });
    },
  );

  it("in a coding is not read, and the refusal names the header", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect(await problem("{}", headers)).toEqual({
      ...{ code: "UNSUPPORTED_MEDIA_TYPE", status: 415, field: "Content-Encoding" },
    });
    expect(await read("{}", { ...headers, "content-encoding": "identity" })).toEqual({});
  });

  it("that breaks off is its sender's fault and no one else's", async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
    });
    const half = { method: "POST", body: broken, duplex: "half", headers: { "content-type": "application/json" } };
    const reading = readJsonBody(new Request("http://hub.test/", half as RequestInit), 1024, false);
    await expect(reading).rejects.toMatchObject({ code: "VALIDATION_ERROR", status: 400 });
  });

  it("may be absent where the route says so", async () => {
    expect(await readJsonBody(request(null, {}), 10, true)).toEqual({});
  });

  it("above the limit is refused, whether it says its length or not", async () => {
    const tooLarge = { code: "PAYLOAD_TOO_LARGE", status: 413, field: undefined };
    expect(await problem(`{"a": "${"x".repeat(2000)}"}`)).toEqual(tooLarge);
    expect(await problem("{}", { "content-type": "application/json", "content-length": "5000" })).toEqual(tooLarge);
  });
});

describe("what could not be stored", () => {
  const unstorable = { code: "VALIDATION_ERROR", status: 422 };

  it.each([
    ["a null character", '{"a": {"b": ["x\\u0000y"]}}', "a.b.0"],
    ["a number without bounds", '{"a": {"b": -1e400}}', "a.b"],
    ["half a pair", '{"a": "\\ud800"}', "a"],
    ["the other half", '{"a": "x\\udc00"}', "a"],
    ["a prototype", '{"a": {"__proto__": {}}}', "a.__proto__"],
    ["a null character in a name", '{"a": {"\\u0000": 1}}', "a"],
  ])("%s is named by its place", async (_, body, field) => {
    expect(await problem(body)).toEqual({ ...unstorable, field });
  });

  it("keeps whole pairs", async () => {
    expect(await read('{"a": "\\ud83c\\udf0a"}')).toEqual({ a: "🌊" });
  });

  it.each([
    ["[", "]"],
    ['{"a":', "}"],
  ])("nesting of %s without end is refused, and takes no stack", async (open, close) => {
    const depth = 300_000;
    const body = `{"a":${open.repeat(depth)}1${close.repeat(depth)}}`;
    expect(await problem(body, undefined, 8 * 1024 * 1024)).toEqual({ ...unstorable, field: "a" });
  });

  it.each([
    ["a list of nothing much", `{"tasks":[${"0,".repeat(400_000)}0]}`, "tasks"],
    [
      "fields without end",
      `{"tasks":[{${Array.from({ length: 400_001 }, (_, at) => `"${at}":0`).join()}}]}`,
      "tasks.0",
    ],
    ["many small things", `{"tasks":[${"[0,0],".repeat(200_000)}0]}`, "tasks.99999"],
  ])("%s is refused where it becomes too much, before anything reads all of it", async (_, body, field) => {
    expect(await problem(body, undefined, 32 * 1024 * 1024)).toEqual({ ...unstorable, field });
  });

  it("a table as large as a task takes is read", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      Object.fromEntries([..."abcdefghijklmno"].map((c) => [c, row])),
    );
    expect(await read(JSON.stringify({ rows }), undefined, 8 * 1024 * 1024)).toEqual({ rows });
  });
});

import { describe, expect, it } from "vitest";
import { HubError, validationError } from "#lib/errors.ts";
import { errorResponse } from "#lib/http/error-response.ts";

const told = async (thrown: unknown) => {
  const response = errorResponse(thrown, "req_1");
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
};

/** As drivers throw: the reason is the cause, with a code. */
const withCode = (code: string) => Object.assign(new Error("select secret from users"), { code });
const caused = (code: string) => new Error("Failed query: select secret from users", { cause: withCode(code) });

describe("what is no fault of the caller", () => {
  it.each([new Error("select secret from users"), caused("42P01"), "a string", undefined, { code: "FORBIDDEN" }])(
    "is an INTERNAL_ERROR without its insides",
    async (thrown) => {
      const { status, body, text } = await told(thrown);
      expect(status).toBe(500);
      expect(body).toEqual({
        error: { code: "INTERNAL_ERROR", message: expect.any(String), details: {} },
        timestamp: expect.stringMatching(/Z$/),
        request_id: "req_1",
      });
      expect(text).not.toMatch(/secret|select|at .*\.ts/);
    },
  );

  it.each(["ECONNREFUSED", "CONNECTION_ENDED", "57P01", "08P01", "53300"])(
    "is SERVICE_UNAVAILABLE for %s",
    async (code) => {
      const { status, body, headers, text } = await told(caused(code));
      expect([status, body.error.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(text).not.toContain("secret");
    },
  );

  it("is a 400 for a null character in the address", async () => {
    expect(await told(caused("22021"))).toMatchObject({ status: 400, body: { error: { code: "VALIDATION_ERROR" } } });
  });
});

it("keeps the code, status, details and headers of a HubError, of another copy of the class too", async () => {
  const error = new HubError("RATE_LIMITED", "Slow down", { details: { a: 1 }, headers: { "retry-after": "7" } });
  const copy = Object.assign(new Error("Slow down"), { ...error, name: "HubError" });
  for (const thrown of [error, copy]) {
    const { status, body, headers } = await told(thrown);
    expect([status, headers.get("retry-after"), headers.get("x-request-id")]).toEqual([429, "7", "req_1"]);
    expect(body.error).toEqual({ code: "RATE_LIMITED", message: "Slow down", details: { a: 1 } });
  }
});

it("tells one fault by field and reason, several as issues, 400 for the address", () => {
  expect(validationError([{ path: "a", message: "is wrong" }]).details).toEqual({ field: "a", reason: "is wrong" });
  const issues = [
    { path: "a", message: "is wrong" },
    { path: "b", message: "is missing" },
  ];
  expect(validationError(issues)).toMatchObject({ status: 422, details: { issues } });
  expect(validationError(issues, "query").status).toBe(400);
});

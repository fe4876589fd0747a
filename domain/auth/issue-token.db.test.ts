import { verify } from "@node-rs/argon2";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { issueToken } from "#domain/auth/issue-token.ts";
import { addTestMember, insertTestAccount, insertTestUser, testPassword } from "#domain/auth/testing.ts";
import { countAttempt, signInLimits } from "#domain/auth/throttle.ts";
import { HubError } from "#lib/errors.ts";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

let test: TestDatabase;
let accountId: string;
const email = "ada@example.com";

beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, email);
  accountId = (await insertTestAccount(test.db, "First", ada.id)).id;
  const second = await insertTestAccount(test.db, "Second", (await insertTestUser(test.db, "bob@example.com")).id);
  await addTestMember(test.db, second.id, ada.id, "viewer");
});
afterAll(() => test.close());
const windowMs = 15 * 60_000;
const windowStart = new Date(Math.floor(Date.now() / windowMs) * windowMs);
beforeEach(async () => {
  // In the middle of a window, so that none ends while attempts are made.
  vi.useFakeTimers({ toFake: ["Date"], now: windowStart.getTime() + windowMs / 2 });
  await test.owner`delete from attempt_windows`;
});
afterEach(() => void vi.useRealTimers());

const attempt = (password: string, from = "192.0.2.1", who = email) =>
  issueToken(test.db, { email: who, password }, from).catch((error: unknown) => error as HubError);

describe("POST /api/token", () => {
  it("answers with a token and every account with the role in it", async () => {
    expect(await issueToken(test.db, { email: " ADA@example.com", password: testPassword }, null)).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: "Bearer",
      expires_in: 43_200,
      accounts: [
        { id: accountId, name: "First", role: "admin" },
        { id: expect.any(String), name: "Second", role: "viewer" },
      ],
    });
  });

  it("says the same of a wrong password and of nobody", async () => {
    const [wrong, nobody] = [await attempt("wrong"), await attempt("wrong", "192.0.2.2", "nobody@example.com")];
    expect(wrong).toMatchObject({ code: "UNAUTHENTICATED", status: 401 });
    expect({ ...nobody, stack: "" }).toEqual({ ...wrong, stack: "" });
    expect((nobody as HubError).message).toBe((wrong as HubError).message);
  });

  it("does the same work for nobody as for a wrong password, so that it takes as long", async () => {
    const verified = vi.mocked(verify).mockClear();
    await attempt("wrong");
    await attempt("wrong", "192.0.2.2", "nobody@example.com");
    // "$argon2id$v=19$m=19456,t=2,p=1": what decides how long it takes.
    const [wrong, nobody, ...more] = verified.mock.calls.map(([stored]) => String(stored).split("$").slice(0, 4));
    expect(wrong).toEqual(["", "argon2id", expect.any(String), expect.stringMatching(/^m=\d+,t=\d+,p=\d+$/)]);
    expect([nobody, more]).toEqual([wrong, []]);
  });

  it("stops after five failures for one address from one place, even those made at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => attempt("wrong")));
    const codes = outcomes.map((outcome) => (outcome instanceof HubError ? outcome.code : "passed"));
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(5);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(7);
    const right = await attempt(testPassword);
    expect(right).toMatchObject({ code: "RATE_LIMITED", status: 429 });
    const seconds = Number((right as HubError).headers["retry-after"]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(await attempt(testPassword, "192.0.2.99")).toHaveProperty("access_token");
  });

  it("does not count what was right", async () => {
    for (let run = 0; run < 8; run++) expect(await attempt(testPassword)).toHaveProperty("access_token");
  });

  it("stops one place that tries many addresses, a /64 being one place", async () => {
    await test.owner`
      insert into attempt_windows (subject, window_start, count)
      values ('password-from:2001:db8:0:1::/64', ${windowStart}, 50)`;
    expect(await attempt(testPassword, "2001:db8:0:1::abcd")).toMatchObject({ code: "RATE_LIMITED" });
    expect(await attempt(testPassword, "2001:db8:0:2::abcd")).toHaveProperty("access_token");
  });
});

it("names that are made up fill no table, and shut nobody out", async () => {
  const place = "192.0.2.77";
  const guess = (email: string) => countAttempt(test.db, signInLimits(email, place));
  for (let n = 0; n < 50; n++) await guess(`${n}@example.com`);
  const rows = () => test.owner`select subject from attempt_windows`;
  const before = (await rows()).length;
  for (let n = 50; n < 60; n++) await expect(guess(`${n}@example.com`)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect((await rows()).length).toBe(before);
  await countAttempt(test.db, signInLimits("55@example.com", "192.0.2.78"));
});

it("one address is guessed at a hundred times in all, however many places it is done from", async () => {
  const guess = (place: number) => countAttempt(test.db, signInLimits("ada@example.com", `198.51.100.${place}`));
  for (let n = 0; n < 100; n++) await guess(Math.floor(n / 5));
  await expect(guess(200)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

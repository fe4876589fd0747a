import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { issueToken } from "#domain/auth/issue-token.ts";
import { signOutEverywhere } from "#domain/auth/sign-out-everywhere.ts";
import { addTestMember, ctxOf, insertTestAccount, insertTestUser, testPassword } from "#domain/auth/testing.ts";
import { env } from "#lib/env.ts";

let test: TestDatabase;
let ada: { id: string; email: string };
let bob: { id: string; email: string };
let first: { id: string };
let second: { id: string };

beforeAll(async () => {
  test = await createTestDatabase();
  ada = await insertTestUser(test.db, "ada@example.com");
  bob = await insertTestUser(test.db, "bob@example.com");
  first = await insertTestAccount(test.db, "First", ada.id);
  second = await insertTestAccount(test.db, "Second", ada.id);
  await addTestMember(test.db, first.id, bob.id, "admin");
});
afterAll(() => test.close());

const origin = { clientIp: null, requestId: null };
const withHeaders = (headers: Record<string, string>, method = "GET") =>
  authenticate(test.db, { method, headers: new Headers(headers) }, origin);
const refusal = (code: string, status: number) => expect.objectContaining({ code, status });

describe("tokens", () => {
  const tokenOf = async (email: string, account_id?: string) =>
    (await issueToken(test.db, { email, password: testPassword, account_id }, null)).access_token;

  it("mean the header's account, else the one they name, else the only one", async () => {
    const authorization = `Bearer ${await tokenOf(ada.email)}`;
    await expect(withHeaders({ authorization, "x-account-id": second.id.toUpperCase() })).resolves.toMatchObject({
      type: "user",
      accountId: second.id,
      createdBy: ada.id,
    });
    const named = `Bearer ${await tokenOf(ada.email, second.id)}`;
    await expect(withHeaders({ authorization: named })).resolves.toMatchObject({ accountId: second.id });
    const only = `Bearer ${await tokenOf(bob.email)}`;
    await expect(withHeaders({ authorization: only })).resolves.toMatchObject({ accountId: first.id });
  });

  it("need the header with several accounts (400), once (400), and of their own (403)", async () => {
    const authorization = `Bearer ${await tokenOf(ada.email)}`;
    await expect(withHeaders({ authorization })).rejects.toEqual(refusal("VALIDATION_ERROR", 400));
    const doubled = new Headers({ authorization });
    doubled.append("x-account-id", first.id);
    doubled.append("x-account-id", first.id);
    await expect(authenticate(test.db, { method: "GET", headers: doubled }, origin)).rejects.toEqual(
      refusal("VALIDATION_ERROR", 400),
    );
    const bobs = `Bearer ${await tokenOf(bob.email)}`;
    await expect(withHeaders({ authorization: bobs, "x-account-id": second.id })).rejects.toEqual(
      refusal("FORBIDDEN", 403),
    );
  });

  it.each(["Bearer x.y.z", "Bearer", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."])(
    "are refused when they are none: %s",
    async (authorization) => {
      await expect(withHeaders({ authorization })).rejects.toEqual(refusal("UNAUTHENTICATED", 401));
    },
  );

  it("are refused for an account that the user is not a member of", async () => {
    await expect(tokenOf(bob.email, second.id)).rejects.toEqual(refusal("FORBIDDEN", 403));
  });
});

describe("sessions", () => {
  const cookieOf = async (user: { id: string }, sv = 1) =>
    `next-auth.session-token=${await encode({ token: { sub: user.id, sv }, secret: env().AUTH_SECRET })}`;

  it("are read from next-auth's cookie, whole or in pieces, in the account of the switcher", async () => {
    const cookie = await cookieOf(ada);
    await expect(withHeaders({ cookie })).resolves.toMatchObject({ type: "user", id: ada.id, accountId: first.id });
    const chosen = `${cookie}; hub_account=${second.id}`;
    await expect(withHeaders({ cookie: chosen })).resolves.toMatchObject({ accountId: second.id });
    const value = cookie.split("=")[1] ?? "";
    const pieces = `next-auth.session-token.0=${value.slice(0, 50)}; next-auth.session-token.1=${value.slice(50)}`;
    await expect(withHeaders({ cookie: pieces })).resolves.toMatchObject({ id: ada.id });
  });

  it("fall back to an account of theirs when the chosen one is not", async () => {
    const cookie = `${await cookieOf(bob)}; hub_account=${second.id}`;
    await expect(withHeaders({ cookie })).resolves.toMatchObject({ accountId: first.id });
  });

  it("are nobody's when forged or absent", async () => {
    const forged = await encode({ token: { sub: ada.id, sv: 1 }, secret: "another secret" });
    await expect(withHeaders({ cookie: `next-auth.session-token=${forged}` })).resolves.toBeNull();
    await expect(withHeaders({})).resolves.toBeNull();
  });

  it("change things from the hub's own pages only", async () => {
    const cookie = await cookieOf(ada);
    const host = "hub.example:3000";
    const from = (headers: Record<string, string>) => withHeaders({ cookie, host, ...headers }, "POST");
    await expect(from({ "sec-fetch-site": "same-origin" })).resolves.not.toBeNull();
    await expect(from({ origin: "http://hub.example:3000" })).resolves.not.toBeNull();
    await expect(from({})).resolves.not.toBeNull();
    const elsewhere: [string, string][] = [
      ["sec-fetch-site", "cross-site"],
      ["sec-fetch-site", "same-site"],
      ["origin", "https://evil.example"],
      ["origin", "null"],
    ];
    for (const [name, value] of elsewhere) {
      await expect(from({ [name]: value })).rejects.toEqual(refusal("FORBIDDEN", 403));
    }
    const socket = { cookie, host, origin: "https://evil.example", upgrade: "websocket" };
    await expect(withHeaders(socket)).rejects.toEqual(refusal("FORBIDDEN", 403));
  });

  it("end everywhere at once when the person says so, or is disabled", async () => {
    const eve = await insertTestUser(test.db, "eve@example.com");
    await addTestMember(test.db, first.id, eve.id, "viewer");
    const cookie = await cookieOf(eve);
    const { access_token } = await issueToken(test.db, { email: eve.email, password: testPassword }, null);
    await expect(withHeaders({ cookie })).resolves.toMatchObject({ id: eve.id });
    await signOutEverywhere(await ctxOf(test.db, first.id, eve.id, "viewer"));
    await expect(withHeaders({ cookie })).rejects.toEqual(refusal("UNAUTHENTICATED", 401));
    await expect(withHeaders({ authorization: `Bearer ${access_token}` })).rejects.toEqual(
      refusal("UNAUTHENTICATED", 401),
    );
    await test.owner`update users set disabled_at = now() where id = ${eve.id}`;
    const fresh = await cookieOf(eve, 2);
    await expect(withHeaders({ cookie: fresh })).rejects.toEqual(refusal("UNAUTHENTICATED", 401));
  });
});

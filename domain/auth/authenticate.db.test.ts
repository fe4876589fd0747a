import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { issueToken } from "#domain/auth/issue-token.ts";
import { signOutEverywhere } from "#domain/auth/sign-out-everywhere.ts";
import { addTestMember, ctxOf, insertTestAccount, insertTestUser, testPassword } from "#domain/auth/testing.ts";
import { createKey, createKeyForAccount } from "#domain/keys/create-key.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";
import { changeRole } from "#domain/members/change-role.ts";
import { removeMember } from "#domain/members/remove-member.ts";
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
const keyOf = async (accountId: string) => createKeyForAccount(test.db, { accountId, by: "test", name: "k" });
const refusal = (code: string, status: number) => expect.objectContaining({ code, status });

describe("API keys", () => {
  it("stand for their account, in either header", async () => {
    const { key, id } = await keyOf(first.id);
    expect(key).toMatch(/^oh_[0-9A-Za-z]{43}$/);
    const ways: [string, string][] = [
      ["x-api-key", key],
      ["authorization", `Bearer ${key}`],
    ];
    for (const [name, value] of ways) {
      const caller = await withHeaders({ [name]: value });
      expect(caller).toMatchObject({ type: "key", id, accountId: first.id, createdBy: `api_key_user_${first.id}` });
      expect(caller?.scopes.has("account:admin")).toBe(true);
    }
  });

  it("keep only a hash of themselves", async () => {
    const { key } = await keyOf(first.id);
    const rows = await test.owner`select * from api_keys`;
    expect(JSON.stringify(rows)).not.toContain(key.slice(10));
  });

  it("take their own account in X-Account-ID, and refuse another with 403", async () => {
    const { key } = await keyOf(first.id);
    await expect(withHeaders({ "x-api-key": key, "x-account-id": first.id })).resolves.toMatchObject({
      accountId: first.id,
    });
    await expect(withHeaders({ "x-api-key": key, "x-account-id": second.id })).rejects.toEqual(
      refusal("FORBIDDEN", 403),
    );
    await expect(withHeaders({ "x-api-key": key, "x-account-id": "acme" })).rejects.toEqual(refusal("FORBIDDEN", 403));
  });

  it.each(["oh_unknown", "sk-other", "oh_a, oh_b", "' or 1=1 --"])(
    "are refused when they are none: %s",
    async (key) => {
      await expect(withHeaders({ "x-api-key": key })).rejects.toEqual(refusal("UNAUTHENTICATED", 401));
    },
  );

  it("end when revoked and when they expire", async () => {
    const revoked = await keyOf(first.id);
    await revokeKey(await ctxOf(test.db, first.id, ada.id, "admin"), { id: revoked.id });
    await expect(withHeaders({ "x-api-key": revoked.key })).rejects.toThrow("revoked");
    const expired = await keyOf(first.id);
    await test.owner`update api_keys set expires_at = now() - interval '1 second' where id = ${expired.id}`;
    await expect(withHeaders({ "x-api-key": expired.key })).rejects.toEqual(refusal("UNAUTHENTICATED", 401));
  });

  it("never exceed their owner: a lost role is lost in the key, and leaving ends it", async () => {
    const asAda = await ctxOf(test.db, first.id, ada.id, "admin");
    const { key } = await createKey(await ctxOf(test.db, first.id, bob.id, "admin"), { name: "bob's" });
    expect([...((await withHeaders({ "x-api-key": key }))?.scopes ?? [])]).toContain("tasks:publish");
    await changeRole(asAda, { userId: bob.id, role: "creator" });
    expect([...((await withHeaders({ "x-api-key": key }))?.scopes ?? [])]).toEqual(["tasks:read", "tasks:write"]);
    await test.owner`delete from memberships where account_id = ${first.id} and user_id = ${bob.id}`;
    await expect(withHeaders({ "x-api-key": key })).rejects.toThrow("left the account");
    await addTestMember(test.db, first.id, bob.id, "admin");
    await removeMember(asAda, { userId: bob.id });
    await addTestMember(test.db, first.id, bob.id, "admin");
    await expect(withHeaders({ "x-api-key": key })).rejects.toThrow("revoked");
  });

  it("are noted as used, once a minute", async () => {
    const { key, id } = await keyOf(first.id);
    const lastUse = async () => (await test.owner`select last_used_at as at from api_keys where id = ${id}`)[0]?.at;
    await Promise.all(Array.from({ length: 5 }, () => withHeaders({ "x-api-key": key })));
    await expect.poll(lastUse).toBeInstanceOf(Date);
    await test.owner`update api_keys set last_used_at = now() - interval '30 seconds' where id = ${id}`;
    const before = await lastUse();
    await withHeaders({ "x-api-key": key });
    await test.owner`select pg_sleep(0.1)`;
    expect(await lastUse()).toEqual(before);
  });
});

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

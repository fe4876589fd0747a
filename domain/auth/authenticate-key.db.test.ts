import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { addTestMember, ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import { createKey, createKeyForAccount } from "#domain/keys/create-key.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";
import { changeRole } from "#domain/members/change-role.ts";
import { removeMember } from "#domain/members/remove-member.ts";

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

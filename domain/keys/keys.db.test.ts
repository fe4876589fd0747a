import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { addTestMember, ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createKey, createKeyForAccount } from "#domain/keys/create-key.ts";
import { createKeySchema } from "#domain/keys/key-schema.ts";
import { listKeys } from "#domain/keys/list-keys.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";

let test: TestDatabase;
let admin: Ctx;
let elsewhere: Ctx;
let publisher: Ctx;

beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const bob = await insertTestUser(test.db, "bob@example.com");
  const first = await insertTestAccount(test.db, "First", ada.id);
  const second = await insertTestAccount(test.db, "Second", bob.id);
  await addTestMember(test.db, first.id, bob.id, "publisher");
  admin = await ctxOf(test.db, first.id, ada.id, "admin");
  publisher = await ctxOf(test.db, first.id, bob.id, "publisher");
  elsewhere = await ctxOf(test.db, second.id, bob.id, "admin");
});
afterAll(() => test.close());

const callerOf = async (key: string): Promise<Ctx> => {
  const request = { method: "POST", headers: new Headers({ "x-api-key": key }) };
  const actor = await authenticate(test.db, request, { clientIp: null, requestId: null });
  if (!actor) throw new Error("nobody");
  return { db: test.db, actor, requestId: null };
};

describe("createKey", () => {
  it("shows the key once, and writes down who made it", async () => {
    const made = await createKey(admin, {
      name: "CMS",
      scopes: ["tasks:read"],
      profile: "course",
      limit_per_minute: 7,
    });
    expect(made).toMatchObject({ scopes: ["tasks:read"], profile: "course", createdBy: { id: admin.actor.id } });
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const listed = (await listKeys(admin)).find(({ id }) => id === made.id);
    expect(listed).toEqual(expect.not.objectContaining({ key: expect.anything() }));
    expect(JSON.stringify(listed)).not.toContain(made.key);
    const [row] =
      await test.owner`select action, actor->>'id' as by, detail::text from audit where target_id = ${made.id}`;
    expect(row).toMatchObject({ action: "key.create", by: admin.actor.id });
    expect(row?.detail).not.toContain(made.key);
    expect((await callerOf(made.key)).actor).toMatchObject({ profile: "course", credential: { limitPerMinute: 7 } });
  });

  it("gives every right on tasks unless told, and account:admin only when named", async () => {
    const made = await createKey(admin, { name: "all" });
    expect(made.scopes).toEqual(["tasks:read", "tasks:write", "tasks:review", "tasks:publish"]);
  });

  it("is for admins, and a key gives no more than it has", async () => {
    await expect(createKey(publisher, { name: "no" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { key } = await createKey(admin, { name: "manager", scopes: ["account:admin", "tasks:read"] });
    const manager = await callerOf(key);
    await expect(createKey(manager, { name: "more", scopes: ["tasks:write"] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const child = await createKey(manager, { name: "child", scopes: ["tasks:read"] });
    expect(child.createdBy).toMatchObject({ id: admin.actor.id });
  });

  it("is unlimited only from the command line", async () => {
    const { accountId } = admin.actor;
    const made = await createKeyForAccount(test.db, { accountId, by: "command line", name: "ci" });
    expect(made.scopes).toContain("account:admin");
    const [row] = await test.owner`select actor from audit where target_id = ${made.id}`;
    expect(row?.actor).toMatchObject({ type: "system", name: "command line" });
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "k", scopes: [] }, "scopes"],
    [{ name: "k", scopes: ["everything"] }, "scopes"],
    [{ name: "k", expires_at: "2001-01-01T00:00:00Z" }, "expires_at"],
    [{ name: "k", account_id: "x" }, ""],
  ])("refuses %j", (body, field) => {
    const parsed = createKeySchema.safeParse(body);
    expect(parsed.error?.issues[0]?.path[0] ?? "").toBe(field);
    expect(parsed.success).toBe(false);
  });
});

describe("another account's keys", () => {
  it("are not listed, and refused in the words for a key that never was", async () => {
    const { id } = await createKey(elsewhere, { name: "theirs" });
    expect((await listKeys(admin)).map((key) => key.id)).not.toContain(id);
    const answers = await Promise.all(
      [id, "00000000-0000-4000-8000-000000000000", "nonsense"].map((one) =>
        revokeKey(admin, { id: one }).catch((error: Error) => `${error.message} ${JSON.stringify(error)}`),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect((await listKeys(elsewhere)).find((key) => key.id === id)?.revokedAt).toBeNull();
  });
});

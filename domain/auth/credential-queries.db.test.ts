import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { findKeyByHash, findUserCredential, recordKeyUse } from "#domain/auth/credential-queries.ts";
import { addTestMember, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import { createKeyForAccount } from "#domain/keys/create-key.ts";
import { hashSecretToken } from "#lib/auth/secret-token.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it("finds credentials on one connection as often as asked, and leaves it blind", async () => {
  const user = await insertTestUser(test.db, "ada@example.com");
  const account = await insertTestAccount(test.db, "First", user.id);
  const other = await insertTestAccount(test.db, "Second", user.id);
  await addTestMember(test.db, other.id, (await insertTestUser(test.db, "bob@example.com")).id, "viewer");
  const { key, id } = await createKeyForAccount(test.db, { accountId: account.id, by: "test", name: "k" });

  const single = connect(test.appUrl, { max: 1 });
  const db = drizzle(single, { schema });
  // Postgres changes to a generic plan after five runs.
  for (let run = 0; run < 8; run++) {
    expect(await findKeyByHash(db, hashSecretToken(key))).toMatchObject({ id, accountId: account.id });
    const found = await findUserCredential(db, user.id);
    expect(found?.memberships).toEqual([
      { accountId: account.id, role: "admin" },
      { accountId: other.id, role: "admin" },
    ]);
    await recordKeyUse(db, id);
    for (const table of ["api_keys", "memberships"]) {
      const [left] = await single.unsafe(`select count(*)::int as seen from ${table}`);
      expect(left).toEqual({ seen: 0 });
    }
  }
  const [used] = await test.owner`select last_used_at from api_keys where id = ${id}`;
  expect(used?.last_used_at).toBeInstanceOf(Date);
  await single.end();
});

it("gives null for nobody", async () => {
  expect(await findKeyByHash(test.db, hashSecretToken("oh_nothing"))).toBeNull();
  expect(await findUserCredential(test.db, "00000000-0000-4000-8000-000000000000")).toBeNull();
});

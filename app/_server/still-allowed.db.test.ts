import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isStillAllowed } from "#app/_server/still-allowed.ts";
import { connect } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { addTestMember, ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";

let test: TestDatabase;
let admin: Ctx;
beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const account = await insertTestAccount(test.db, "First", ada.id);
  admin = await ctxOf(test.db, account.id, ada.id, "admin");
});
afterAll(() => test.close());

/** What a stream holds on to: the request that opened it, and the caller it was opened for. */
async function opened(key: string): Promise<{ ctx: Ctx; request: Request }> {
  const request = new Request("http://hub.test/api/tasks/stream", { headers: { "x-api-key": key } });
  const actor = await authenticate(test.db, request, { clientIp: null, requestId: null });
  if (!actor) throw new Error("the key opens nothing");
  return { ctx: { db: test.db, actor, requestId: null }, request };
}
const stillAllowed = ({ ctx, request }: { ctx: Ctx; request: Request }) => isStillAllowed(ctx, request);

it("a stream's key is asked again: until it is revoked", async () => {
  const { key, id } = await createKey(admin, { name: "stream", scopes: ["tasks:read"] });
  const stream = await opened(key);
  expect(await stillAllowed(stream)).toBe(true);
  await revokeKey(admin, { id });
  expect(await stillAllowed(stream)).toBe(false);
});

it("until its owner loses the right, or the account", async () => {
  const bob = await insertTestUser(test.db, "bob@example.com");
  await addTestMember(test.db, admin.actor.accountId, bob.id, "admin");
  const owner = await ctxOf(test.db, admin.actor.accountId, bob.id, "admin");
  const { key } = await createKey(owner, { name: "stream", scopes: ["tasks:read"] });
  const stream = await opened(key);
  expect(await stillAllowed(stream)).toBe(true);
  await test.owner`delete from memberships where user_id = ${bob.id}`;
  expect(await stillAllowed(stream)).toBe(false);
});

it("not while the database is away: nobody has refused it, and the next look decides", async () => {
  const { key } = await createKey(admin, { name: "stream", scopes: ["tasks:read"] });
  const stream = await opened(key);
  const nowhere = connect("postgres://nobody:none@127.0.0.1:1/none", { max: 1 });
  expect(await stillAllowed({ ...stream, ctx: { ...stream.ctx, db: drizzle(nowhere, { schema }) } })).toBe(true);
  await nowhere.end();
});

import { randomUUID } from "node:crypto";
import { test as base } from "@playwright/test";
import type { Sql } from "postgres";
import { connect } from "#db/connect.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import { ApiClient } from "./api-client.ts";
import { Contract } from "./contract.ts";
import { admin, hub } from "./hub.ts";

type Shared = {
  contract: Contract;
  /** The hub's database, past row-level security: to see what it really holds. */
  db: Sql;
  /** Somebody without a credential. */
  anonymous: ApiClient;
  /** The admin, by token. */
  api: ApiClient;
  /** The admin of another account. */
  stranger: ApiClient;
};

type Own = {
  /** A client with a new key of the account, with the rights of a role. */
  keyFor: (role: Role) => Promise<ApiClient>;
  /** A name that no other test uses, for groups and ids. */
  unique: string;
};

export const test = base.extend<Own, Shared>({
  contract: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this very pattern
    async ({}, use) => {
      await use(await Contract.read());
    },
    { scope: "worker" },
  ],
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const sql = connect(hub.databaseUrl, { max: 2 });
      await use(sql);
      await sql.end({ timeout: 1 });
    },
    { scope: "worker" },
  ],
  anonymous: [async ({ contract }, use) => use(new ApiClient(contract, {})), { scope: "worker" }],
  api: [async ({ anonymous }, use) => use(await signedIn(anonymous, admin.email, admin.password)), { scope: "worker" }],
  stranger: [
    async ({ anonymous, db }, use) => {
      const name = `stranger-${randomUUID()}`;
      const email = `${name}@example.com`;
      await db`
        with account as (insert into accounts (id, name, slug) values (gen_random_uuid(), ${name}, ${name}) returning id),
          person as (insert into users (id, email, name, password_hash)
            values (gen_random_uuid(), ${email}, 'Stranger', ${await hashPassword(admin.password)}) returning id)
        insert into memberships (account_id, user_id, role) select account.id, person.id, 'admin' from account, person`;
      await use(await signedIn(anonymous, email, admin.password));
    },
    { scope: "worker" },
  ],
  keyFor: async ({ api, anonymous }, use) => {
    await use(async (role) => {
      const created = await api.post<{ key: string }>("/api/keys", { name: `e2e ${role}`, scopes: scopesByRole[role] });
      return anonymous.with({ "x-api-key": created.body.key });
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  unique: async ({}, use) => use(`e2e-${randomUUID().slice(0, 8)}`),
});

export { expect } from "@playwright/test";

async function signedIn(anonymous: ApiClient, email: string, password: string): Promise<ApiClient> {
  const token = await anonymous.post<{ access_token: string }>("/api/token", { email, password });
  return anonymous.with({ authorization: `Bearer ${token.body.access_token}` });
}

import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { type Profile, type Scope, scopesByRole } from "#lib/contract/access.ts";
import type { Json } from "#lib/contract/json.ts";
import { test as base, expect } from "../support/fixtures.ts";
import { hub } from "../support/hub.ts";

export { expect };

export type Answer = { status: number; headers: Headers; body: Json };

/** A client of one of the documents: plain requests with one credential. */
export class Client {
  readonly headers: Record<string, string>;

  constructor(headers: Record<string, string>) {
    this.headers = headers;
  }

  with(headers: Record<string, string>): Client {
    return new Client({ ...this.headers, ...headers });
  }

  async send(method: string, path: string, body?: Json): Promise<Answer> {
    const response = await fetch(hub.baseUrl + path, {
      method,
      headers: { ...this.headers, ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: "manual",
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** Follows a task until its canonical status is one of these. */
  async until(path: string, states: string[]): Promise<Answer> {
    let last = await this.send("GET", path);
    const state = async () => {
      last = await this.send("GET", path);
      return field(last.body, "state") ?? field(last.body, "status");
    };
    await expect
      .poll(async () => states.includes(String(await state())), { timeout: 90_000, intervals: [100] })
      .toBe(true);
    return last;
  }
}

/** A field of an object, or undefined. */
export function field(value: Json | undefined, name: string): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined;
}

/** The items of an answer that is an array, or has one under a name. */
export function items(value: Json, name?: string): Json[] {
  const list = name === undefined ? value : field(value, name);
  if (!Array.isArray(list)) throw new Error(`no array${name ? ` ${name}` : ""} in ${JSON.stringify(value)}`);
  return list;
}

/** An account of a test's own, so that its lists and counts are the test's alone. */
export type Account = {
  id: string;
  userId: string;
  token: string;
  /** Someone with a key whose profile is the document's, or with none chosen. */
  keyed: (profile?: Profile | null, scopes?: readonly Scope[]) => Promise<Client>;
  /** Someone with a token, who names the account in a header. */
  signedIn: Client;
};

export const test = base.extend<{ account: Account; other: Account }>({
  account: async ({ db }, use) => use(await openAccount(db)),
  other: async ({ db }, use) => use(await openAccount(db)),
});

const password = "correct horse battery";

async function openAccount(db: Sql): Promise<Account> {
  const name = `contract-${randomUUID()}`;
  const email = `${name}@example.com`;
  const [made] = await db<{ account_id: string; user_id: string }[]>`
    with account as (insert into accounts (id, name, slug) values (gen_random_uuid(), ${name}, ${name}) returning id),
      person as (insert into users (id, email, name, password_hash)
        values (gen_random_uuid(), ${email}, 'Producer', ${await hashPassword(password)}) returning id)
    insert into memberships (account_id, user_id, role) select account.id, person.id, 'admin' from account, person
    returning account_id, user_id`;
  if (!made) throw new Error("the account was not made");
  const issued = await new Client({}).send("POST", "/api/token", { email, password });
  const token = String(field(issued.body, "access_token"));
  const signedIn = new Client({ authorization: `Bearer ${token}`, "x-account-id": made.account_id });
  const keyed = async (profile: Profile | null = null, scopes: readonly Scope[] = scopesByRole.publisher) => {
    const key = await signedIn.send("POST", "/api/keys", { name: "contract", scopes: [...scopes], profile });
    return new Client({ "x-api-key": String(field(key.body, "key")) });
  };
  return { id: made.account_id, userId: made.user_id, token, keyed, signedIn };
}

import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Page, PlaywrightWorkerArgs } from "@playwright/test";
import type { Sql } from "postgres";
import { hashPassword } from "#lib/auth/password-hash.ts";
import type { Role } from "#lib/contract/access.ts";
import type { ApiClient } from "./api-client.ts";
import { test as base, expect } from "./browser.ts";
import { hub } from "./hub.ts";

export type Member = { id: string; name: string; email: string; api: ApiClient };

/** An account of its own, so that its policies are no other test's. */
export type Team = {
  accountId: string;
  join: (name: string, role: Role) => Promise<Member>;
  /** A page of a browser in which this member, and nobody else, is signed in. */
  open: (member: Member, options?: BrowserContextOptions) => Promise<Page>;
};

/** Everybody's in a team, until they change it. */
export const password = "correct horse battery";

export const test = base.extend<{ team: Team }>({
  team: async ({ db, anonymous, browser, playwright }, use) => {
    const name = `team-${randomUUID()}`;
    const [account] = await db<{ id: string }[]>`
      insert into accounts (id, name, slug) values (gen_random_uuid(), ${name}, ${name}) returning id`;
    const accountId = account?.id ?? "";
    const pages: Page[] = [];
    await use({
      accountId,
      join: (member, role) => join(db, anonymous, accountId, member, role),
      open: async (member, options) => {
        const page = await signedIn(browser, playwright, member.email, options);
        pages.push(page);
        return page;
      },
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect };

async function join(db: Sql, anonymous: ApiClient, accountId: string, name: string, role: Role): Promise<Member> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`;
  const [user] = await db<{ id: string }[]>`
    insert into users (id, email, name, password_hash)
    values (gen_random_uuid(), ${email}, ${name}, ${await hashPassword(password)}) returning id`;
  const id = user?.id ?? "";
  await db`insert into memberships (account_id, user_id, role) values (${accountId}, ${id}, ${role})`;
  const token = await anonymous.post<{ access_token: string }>("/api/token", { email, password });
  return { id, name, email, api: anonymous.with({ authorization: `Bearer ${token.body.access_token}` }) };
}

async function signedIn(
  browser: Browser,
  playwright: PlaywrightWorkerArgs["playwright"],
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const request = await playwright.request.newContext({ baseURL: hub.baseUrl });
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true", callbackUrl: "/" };
  expect((await request.post("/api/auth/callback/credentials", { form })).ok()).toBe(true);
  const storageState = await request.storageState();
  await request.dispose();
  const context = await browser.newContext({ baseURL: hub.baseUrl, storageState, ...options });
  return context.newPage();
}

import type { Browser, Page, PlaywrightWorkerArgs } from "@playwright/test";
import type { Sql } from "postgres";
import { hashPassword } from "#lib/auth/password-hash.ts";
import type { Role } from "#lib/contract/access.ts";
import { admin, hub } from "./hub.ts";
import { signIn } from "./sign-in.ts";

/** A page of a new member of the admin's account, signed in. */
export async function openAs(
  { browser, playwright, db }: { browser: Browser; playwright: PlaywrightWorkerArgs["playwright"]; db: Sql },
  { name, role }: { name: string; role: Role },
): Promise<Page> {
  const email = `${name.toLowerCase().replace(/\W+/g, "-")}@example.com`;
  await db`
    with person as (insert into users (id, email, name, password_hash)
      values (gen_random_uuid(), ${email}, ${name}, ${await hashPassword(admin.password)}) returning id)
    insert into memberships (account_id, user_id, role)
      select accounts.id, person.id, ${role} from accounts, person where slug = ${admin.accountSlug}`;
  const storageState = await signIn(playwright, email, admin.password);
  const context = await browser.newContext({
    baseURL: hub.baseUrl,
    storageState,
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

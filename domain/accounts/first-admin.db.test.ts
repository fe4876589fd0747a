import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { completeSetup } from "#domain/accounts/complete-setup.ts";
import { ensureAdmin } from "#domain/accounts/ensure-admin.ts";
import { hasUsers } from "#domain/accounts/has-users.ts";
import { issueSetupLink } from "#domain/accounts/issue-setup-link.ts";
import { checkPassword } from "#domain/auth/check-password.ts";

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.close());

const form = { name: "Ada", email: "ada@example.com", password: "a long enough one", accountName: "Tide & Time" };
const used = { code: "NOT_FOUND" };

describe("the set-up link", () => {
  it("makes the first admin, their account, its settings and the audit row", async () => {
    const token = (await issueSetupLink(test.db)) ?? "";
    expect(await hasUsers(test.db)).toBe(false);
    const made = await completeSetup(test.db, { token, ...form });
    expect(await hasUsers(test.db)).toBe(true);
    expect(made.accountSlug).toBe("tide-and-time");
    const [row] = await test.owner`
      select m.role, u.email, (select count(*)::int from account_settings s where s.account_id = m.account_id) as settings,
        (select action from audit a where a.account_id = m.account_id) as action
      from memberships m join users u on u.id = m.user_id`;
    expect(row).toEqual({ role: "admin", email: form.email, settings: 1, action: "account.create" });
    await expect(checkPassword(test.db, form, null)).resolves.toMatchObject({ id: made.userId });
  });

  it("works once, also when twenty use it at the same moment", async () => {
    const token = (await issueSetupLink(test.db)) ?? "";
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => completeSetup(test.db, { token, ...form, email: `admin${n}@example.com` })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject(used);
    const [count] =
      await test.owner`select (select count(*)::int from users) as users, (select count(*)::int from accounts) as accounts`;
    expect(count).toEqual({ users: 1, accounts: 1 });
    expect(await issueSetupLink(test.db)).toBeNull();
  });

  it("is ended by the next one, by age and by the environment's admin", async () => {
    const first = (await issueSetupLink(test.db)) ?? "";
    const second = (await issueSetupLink(test.db)) ?? "";
    await expect(completeSetup(test.db, { token: first, ...form })).rejects.toMatchObject(used);
    await test.owner`update one_time_tokens set expires_at = now() - interval '1 second'`;
    await expect(completeSetup(test.db, { token: second, ...form })).rejects.toMatchObject(used);
    const third = (await issueSetupLink(test.db)) ?? "";
    expect(await ensureAdmin(test.db, { email: "Root@Example.com", password: "a long enough one" })).toBe(true);
    await expect(completeSetup(test.db, { token: third, ...form })).rejects.toMatchObject(used);
  });

  it("keeps only a hash of its secret", async () => {
    const token = (await issueSetupLink(test.db)) ?? "";
    expect(JSON.stringify(await test.owner`select * from one_time_tokens`)).not.toContain(token);
  });
});

describe("the environment's admin", () => {
  it("is made once, with the account Main, and never changed", async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () =>
        ensureAdmin(test.db, { email: "root@example.com", password: "a long enough one" }),
      ),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await ensureAdmin(test.db, { email: "root@example.com", password: "quite another one" })).toBe(false);
    await expect(
      checkPassword(test.db, { email: "root@example.com", password: "a long enough one" }, null),
    ).resolves.toMatchObject({ email: "root@example.com" });
    expect(await test.owner`select name, slug from accounts`).toEqual([{ name: "Main", slug: "main" }]);
  });
});

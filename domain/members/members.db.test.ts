import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { checkPassword } from "#domain/auth/check-password.ts";
import {
  addTestMember,
  ctxOf,
  holdAttemptWindow,
  insertTestAccount,
  insertTestUser,
  testPassword,
} from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { acceptInvitation, findInvitation } from "#domain/members/accept-invitation.ts";
import { changeRole } from "#domain/members/change-role.ts";
import { inviteMember } from "#domain/members/invite-member.ts";
import { listMembers } from "#domain/members/list-members.ts";
import { removeMember } from "#domain/members/remove-member.ts";
import { changeOwnPassword } from "#domain/users/change-own-password.ts";
import { completePasswordReset, createResetLink, resetPassword } from "#domain/users/reset-password.ts";
import { passwordSchema } from "#lib/auth/password-schema.ts";

let test: TestDatabase;
let admin: Ctx;
let accountId: string;
let ada: { id: string; email: string };
const password = "a long enough one";
/** Whoever has nothing but the link. */
const stranger = { sessionUserId: null, clientIp: null };

beforeEach(async () => {
  test = await createTestDatabase();
  ada = await insertTestUser(test.db, "ada@example.com");
  accountId = (await insertTestAccount(test.db, "First", ada.id)).id;
  admin = await ctxOf(test.db, accountId, ada.id, "admin");
});
afterEach(() => {
  vi.useRealTimers();
  return test.close();
});

describe("an invitation", () => {
  it("brings a new person in, once, in the role it names", async () => {
    const { token } = await inviteMember(admin, { email: "New@Example.com", role: "reviewer" });
    expect(await findInvitation(test.db, token)).toEqual({
      email: "new@example.com",
      role: "reviewer",
      accountName: "First",
      hasUser: false,
    });
    await expect(acceptInvitation(test.db, { token }, stranger)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptInvitation(test.db, { token, name: "New", password }, stranger)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listMembers(admin)).map(({ email, role }) => [email, role])).toEqual([
      ["new@example.com", "reviewer"],
      ["ada@example.com", "admin"],
    ]);
    await expect(checkPassword(test.db, { email: "new@example.com", password }, null)).resolves.toMatchObject({
      name: "New",
    });
  });

  it("lets someone who has a user join with that, and changes nothing of it", async () => {
    const bob = await insertTestUser(test.db, "bob@example.com");
    const { token } = await inviteMember(admin, { email: bob.email, role: "viewer" });
    const joining = acceptInvitation(test.db, { token, name: "Other", password: testPassword }, stranger);
    expect(await joining).toMatchObject({ userId: bob.id });
    await expect(checkPassword(test.db, { email: bob.email, password: testPassword }, null)).resolves.toMatchObject({
      name: "bob@example.com",
    });
  });

  it("is not enough to bring someone in who has a user: its link is the admin's as well", async () => {
    const bob = await insertTestUser(test.db, "bob@example.com");
    const { token } = await inviteMember(admin, { email: bob.email, role: "viewer" });
    for (const [input, follower] of [
      [{ token }, stranger],
      [{ token, name: "Bob", password }, stranger],
      [{ token }, { sessionUserId: ada.id, clientIp: null }],
    ] as const) {
      await expect(acceptInvitation(test.db, input, follower)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
        details: { field: "password" },
      });
    }
    expect((await listMembers(admin)).map(({ email }) => email)).toEqual([ada.email]);
    // The link still works, for him.
    const asBob = { sessionUserId: bob.id, clientIp: null };
    await expect(acceptInvitation(test.db, { token }, asBob)).resolves.toMatchObject({ userId: bob.id });
  });

  it("is ended by a newer one, is for admins, and not for members", async () => {
    const { token } = await inviteMember(admin, { email: "new@example.com", role: "viewer" });
    await inviteMember(admin, { email: "new@example.com", role: "creator" });
    expect(await findInvitation(test.db, token)).toBeNull();
    await expect(inviteMember(admin, { email: ada.email, role: "viewer" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
    const viewer = await ctxOf(test.db, accountId, ada.id, "publisher");
    await expect(inviteMember(viewer, { email: "x@example.com", role: "viewer" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("the last admin", () => {
  it("cannot go or step down", async () => {
    await expect(removeMember(admin, { userId: ada.id })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    await expect(changeRole(admin, { userId: ada.id, role: "viewer" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });

  it("is left even when two admins remove each other at the same moment", async () => {
    const bob = await insertTestUser(test.db, "bob@example.com");
    await addTestMember(test.db, accountId, bob.id, "admin");
    const asBob = await ctxOf(test.db, accountId, bob.id, "admin");
    // Both are made to wait until both have begun.
    let removals: Promise<unknown>[] = [];
    await test.owner.begin(async (sql) => {
      await sql`select 1 from memberships for update`;
      removals = [removeMember(admin, { userId: bob.id }), removeMember(asBob, { userId: ada.id })];
      for (const removal of removals) removal.catch(() => {});
      // On another connection: within a transaction the view stays as it was first seen.
      const waiting = () => test.owner`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await waiting()).length).toBe(2);
    });
    await Promise.allSettled(removals);
    const [left] = await test.owner`select count(*)::int as admins from memberships where role = 'admin'`;
    expect(left?.admins).toBe(1);
  });
});

it("finds no member of another account", async () => {
  const eve = await insertTestUser(test.db, "eve@example.com");
  await insertTestAccount(test.db, "Second", eve.id);
  for (const userId of [eve.id, "00000000-0000-4000-8000-000000000000", "nonsense"]) {
    await expect(changeRole(admin, { userId, role: "admin" })).rejects.toThrow("No such member in this account");
    await expect(removeMember(admin, { userId })).rejects.toThrow("No such member in this account");
    await expect(createResetLink(admin, { userId })).rejects.toThrow("No such member in this account");
  }
});

describe("passwords", () => {
  it("are set anew by a link that works once and ends the sessions of before", async () => {
    const { token } = await resetPassword(test.db, " ADA@example.com ");
    await expect(completePasswordReset(test.db, { token, password })).resolves.toEqual({ email: ada.email });
    await expect(completePasswordReset(test.db, { token, password })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const signedIn = await checkPassword(test.db, { email: ada.email, password }, null);
    expect(signedIn.sessionVersion).toBe(2);
    const actions = await test.owner`select action from audit where target_id = ${ada.id}`;
    expect(actions).toEqual([{ action: "user.password" }]);
  });

  it("of someone who belongs to other accounts too are not an admin's to reset", async () => {
    const bob = await insertTestUser(test.db, "bob@example.com");
    await addTestMember(test.db, accountId, bob.id, "viewer");
    await expect(createResetLink(admin, { userId: bob.id })).resolves.toHaveProperty("token");
    await insertTestAccount(test.db, "Second", bob.id);
    await expect(createResetLink(admin, { userId: bob.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of someone who joins another account are no longer an admin's to set by a link of before", async () => {
    const bob = await insertTestUser(test.db, "bob@example.com");
    await addTestMember(test.db, accountId, bob.id, "viewer");
    const { token } = await createResetLink(admin, { userId: bob.id });
    await insertTestAccount(test.db, "Second", bob.id);
    await expect(completePasswordReset(test.db, { token, password })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await checkPassword(test.db, { email: bob.email, password: testPassword }, null);
    // The operator's link is for all of them.
    const { token: ofOperator } = await resetPassword(test.db, bob.email);
    await completePasswordReset(test.db, { token: ofOperator, password });
    await checkPassword(test.db, { email: bob.email, password }, null);
  });

  it("are changed by their owner for the old one, which cannot be guessed", async () => {
    holdAttemptWindow();
    for (let run = 0; run < 5; run++) {
      const guess = changeOwnPassword(admin, { currentPassword: `guess ${run}`, password });
      await expect(guess).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    }
    const known = { currentPassword: testPassword, password };
    await expect(changeOwnPassword(admin, known)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await test.owner`delete from attempt_windows`;
    await changeOwnPassword(admin, known);
    await expect(checkPassword(test.db, { email: ada.email, password }, null)).resolves.toMatchObject({ id: ada.id });
  });

  it.each([
    ["eleven char", "must have at least 12 characters"],
    ["x".repeat(201), "must have at most 200 characters"],
  ])("say what is wrong with them", (candidate, message) => {
    expect(passwordSchema.safeParse(candidate).error?.issues[0]?.message).toBe(message);
  });
});

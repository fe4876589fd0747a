import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Role } from "#lib/contract/access.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, rowId } from "./columns.ts";

export const users = pgTable(
  "users",
  {
    id: rowId(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id in PHC format; null for people who sign in through a provider only. */
    passwordHash: text("password_hash"),
    /** Part of every session and token; raising it signs the person out everywhere at once. */
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email_lower").on(sql`lower(${t.email})`)],
);

export const memberships = pgTable(
  "memberships",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.userId] }), index("memberships_user").on(t.userId)],
);

/** Links that work once: first set-up, invitations, password resets. Only the hash of the secret is kept. */
export const oneTimeTokens = pgTable("one_time_tokens", {
  id: rowId(),
  purpose: text("purpose").$type<"setup" | "invitation" | "password_reset">().notNull(),
  tokenHash: text("token_hash").notNull().unique(),
  accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
  userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
  email: text("email"),
  role: text("role").$type<Role>(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
  createdAt: createdAt(),
});

/** Fixed windows of attempts, for sign-in throttling: one row for each subject and window. */
export const attemptWindows = pgTable(
  "attempt_windows",
  {
    subject: text("subject").notNull(),
    windowStart: instant("window_start").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.subject, t.windowStart] })],
);

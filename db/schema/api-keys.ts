import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Profile, Scope } from "#lib/contract/access.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, rowId } from "./columns.ts";
import { users } from "./people.ts";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: rowId(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The first characters, enough for a person to tell keys apart. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the whole key, hex: the key has 256 random bits, so a slow hash would add nothing. */
    keyHash: text("key_hash").notNull().unique(),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    profile: text("profile").$type<Profile>(),
    limitPerMinute: integer("limit_per_minute"),
    limitBurst: integer("limit_burst"),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index("api_keys_account").on(t.accountId)],
);

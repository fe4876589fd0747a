import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { JsonObject } from "#lib/contract/json.ts";
import { accounts } from "./accounts.ts";
import { instant } from "./columns.ts";
import { users } from "./people.ts";
import { tasks } from "./tasks.ts";

/** What somebody typed into a task and has not saved: theirs alone, and never a revision. */
export const drafts = pgTable(
  "drafts",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    taskUid: uuid("task_uid")
      .notNull()
      .references(() => tasks.uid, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The revision that they had before them. */
    baseRevision: integer("base_revision").notNull(),
    baseSha256: text("base_sha256").notNull(),
    /** The text, when it differs. */
    content: text("content"),
    /** The fields that differ, whole. */
    result: jsonb("result").$type<JsonObject>(),
    /** Also what tells one keeping from the next. */
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.taskUid, t.userId] }),
    index("drafts_kept").on(t.keptAt),
    index("drafts_task").on(t.taskUid),
  ],
);

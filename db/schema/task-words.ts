import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { tasks } from "./tasks.ts";

/**
 * What a task is found by: its title, id, source and group, in lower case, kept by triggers. Read through the view
 * `own_task_words`, for row-level security keeps a trigram index from a query (docs/decisions/search.md).
 */
export const taskWords = pgTable("task_words", {
  taskUid: uuid("task_uid")
    .primaryKey()
    .references(() => tasks.uid, { onDelete: "cascade" }),
  accountId: uuid("account_id").notNull(),
  words: text("words").notNull(),
});

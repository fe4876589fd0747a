import { index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { NotificationKind } from "#lib/contract/notification.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, rowId, updatedAt } from "./columns.ts";
import type { ActorRecord } from "./history.ts";
import { users } from "./people.ts";
import { tasks } from "./tasks.ts";

const ofAccount = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });
const ofUser = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Who has which task open, by visit. A row that was not renewed for a while, or was left, counts for nothing. */
export const presence = pgTable(
  "presence",
  {
    accountId: ofAccount(),
    taskUid: uuid("task_uid")
      .notNull()
      .references(() => tasks.uid, { onDelete: "cascade" }),
    userId: ofUser(),
    /** One opening of the task in one page: it is renewed and left by its name, so that nothing late ends another. */
    visit: text("visit").notNull(),
    /** Whoever came first has it; the others are told so. A person's visits share it. */
    since: instant("since").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    leftAt: instant("left_at"),
    /** The page went: whoever is back by then has only reloaded it, and has their place again. */
    returnBy: instant("return_by"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.taskUid, t.userId, t.visit] }),
    index("presence_account_seen").on(t.accountId, t.seenAt),
  ],
);

/** What a person should know of, until they have read it. */
export const notifications = pgTable(
  "notifications",
  {
    id: rowId(),
    accountId: ofAccount(),
    userId: ofUser(),
    kind: text("kind").$type<NotificationKind>().notNull(),
    taskUid: uuid("task_uid").references(() => tasks.uid, { onDelete: "cascade" }),
    message: text("message").notNull(),
    actor: jsonb("actor").$type<ActorRecord>().notNull(),
    /** The same thing is told once: `due:{task}:{due date}`. */
    onceKey: text("once_key").notNull(),
    readAt: instant("read_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.accountId, t.userId, t.onceKey),
    index("notifications_user").on(t.accountId, t.userId, t.createdAt, t.id),
  ],
);

/** What a person wants by mail; without a row, the defaults. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    accountId: ofAccount(),
    userId: ofUser(),
    /** Kinds that are mailed at once. */
    mailed: jsonb("mailed").$type<NotificationKind[]>().notNull(),
    /** Hour of the day (0-23, UTC) of the digest; null for none. */
    digestHour: smallint("digest_hour"),
    lastDigestAt: instant("last_digest_at"),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.userId] })],
);

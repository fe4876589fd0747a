import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { JsonObject } from "#lib/contract/json.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, rowId } from "./columns.ts";
import { tasks } from "./tasks.ts";

const ofAccount = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** A file that a task made or a client sent; its bytes lie in the artifact store under their hash. */
export const artifacts = pgTable(
  "artifacts",
  {
    id: rowId(),
    accountId: ofAccount(),
    /** Null for an upload that no task has taken yet. */
    taskUid: uuid("task_uid").references(() => tasks.uid, { onDelete: "cascade" }),
    name: text("name").notNull(),
    role: text("role").notNull(),
    sha256: text("sha256").notNull(),
    contentType: text("content_type").notNull(),
    /** Bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    width: integer("width"),
    height: integer("height"),
    metadata: jsonb("metadata").$type<JsonObject>(),
    /** A small WebP of it in the store, for pictures and PDFs; null for what has none. */
    thumbnailSha256: text("thumbnail_sha256"),
    createdAt: createdAt(),
  },
  (t) => [
    index("artifacts_task").on(t.accountId, t.taskUid),
    index("artifacts_sha256").on(t.sha256),
    index("artifacts_thumbnail_sha256").on(t.thumbnailSha256).where(sql`thumbnail_sha256 is not null`),
  ],
);

/** What is live: a copy by reference of one approved revision, until it is withdrawn. */
export const publications = pgTable(
  "publications",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: uuid("task_uid").notNull(),
    slug: text("slug").notNull(),
    revision: integer("revision").notNull(),
    sha256: text("sha256").notNull(),
    title: text("title").notNull(),
    publishedAt: instant("published_at").notNull().defaultNow(),
    /** When the first publication under this slug happened; feeds keep it as the entry's date. */
    firstPublishedAt: instant("first_published_at").notNull().defaultNow(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("publications_live_slug").on(t.accountId, t.slug).where(sql`withdrawn_at is null`),
    uniqueIndex("publications_live_task").on(t.accountId, t.taskUid).where(sql`withdrawn_at is null`),
    index("publications_feed").on(t.accountId, t.publishedAt),
  ],
);

/** Effects outside the database, written with the row that causes them and carried out after the commit. */
export const outbox = pgTable(
  "outbox",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: uuid("task_uid"),
    kind: text("kind").notNull(),
    /** Sent along, so that "at least once" never becomes "twice" at the other end. */
    idempotencyKey: text("idempotency_key").notNull().unique(),
    payload: jsonb("payload").$type<JsonObject>().notNull(),
    /** A decision can be taken back for ten seconds; its effects wait for those. */
    notBefore: instant("not_before").notNull().defaultNow(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    deliveredAt: instant("delivered_at"),
    cancelledAt: instant("cancelled_at"),
    createdAt: createdAt(),
  },
  (t) => [index("outbox_due").on(t.notBefore).where(sql`delivered_at is null and cancelled_at is null`)],
);

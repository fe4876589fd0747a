import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, numeric, pgTable, real, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, rowId } from "./columns.ts";
import { tasks } from "./tasks.ts";

const ofAccount = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });
const ofTask = () => uuid("task_uid").notNull();

/** Who did something, as it was then: kept by value, so that it outlives the person, the key and the task. */
export type ActorRecord = { type: "user" | "key" | "worker" | "system"; id: string; name: string };

/**
 * Everything that happened to a task, in order; the live streams read it. No foreign key on the task:
 * history is append-only and outlives it.
 */
export const taskEvents = pgTable(
  "task_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /**
     * Transaction that wrote it (xid8 as a number). Streams read in the order (xid, id) and only below the oldest
     * running transaction, so an event of a transaction that commits late is never skipped.
     */
    xid: bigint("xid", { mode: "number" }).notNull().default(0),
    accountId: ofAccount(),
    taskUid: ofTask(),
    taskId: text("task_id").notNull(),
    taskSourceGroupId: text("task_source_group_id"),
    /** `move`, `move_refused`, `phase_started`, `phase_finished`, `progress`, `edited`, `comment`, … */
    type: text("type").notNull(),
    /** The move's name in the table of moves, where type is move or move_refused. */
    move: text("move"),
    fromStatus: text("from_status").$type<TaskStatus>(),
    toStatus: text("to_status").$type<TaskStatus>(),
    phase: text("phase"),
    progress: real("progress"),
    message: text("message").notNull(),
    reason: text("reason"),
    actor: jsonb("actor").$type<ActorRecord>().notNull(),
    metadata: jsonb("metadata").$type<JsonObject>(),
    createdAt: createdAt(),
  },
  (t) => [
    index("task_events_task").on(t.accountId, t.taskUid, t.id),
    index("task_events_stream").on(t.xid, t.id),
    index("task_events_account_stream").on(t.accountId, t.xid, t.id),
  ],
);

/** One run of one phase; its output is saved the moment it is done. */
export const phases = pgTable(
  "phases",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: ofTask().references(() => tasks.uid, { onDelete: "cascade" }),
    round: integer("round").notNull(),
    name: text("name").notNull(),
    ordinal: integer("ordinal").notNull(),
    status: text("status").$type<"running" | "done" | "failed" | "reused">().notNull(),
    attempt: integer("attempt").notNull(),
    model: text("model"),
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    /** US dollars; null when the model's price is unknown. */
    costUsd: numeric("cost_usd", { precision: 14, scale: 6, mode: "number" }),
    seconds: real("seconds"),
    output: jsonb("output").$type<Json>(),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),
    degradedReasons: jsonb("degraded_reasons").$type<string[]>().notNull().default([]),
    error: text("error"),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("phases_task_round_name").on(t.accountId, t.taskUid, t.round, t.name),
    index("phases_spent").on(t.accountId, t.finishedAt).where(sql`cost_usd > 0`),
  ],
);

/** What a task said at one moment. Never changed: an edit is a new one. */
export const revisions = pgTable(
  "revisions",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: ofTask(),
    number: integer("number").notNull(),
    /** Of the canonical JSON of `{content, result, title fields}`; what approval is given to. */
    sha256: text("sha256").notNull(),
    content: text("content"),
    result: jsonb("result").$type<JsonObject>().notNull(),
    origin: text("origin").$type<"generated" | "edited" | "restored">().notNull(),
    round: integer("round").notNull(),
    /** Why it was made: the reviewer's feedback that led to it, or the editor's note. */
    note: text("note"),
    author: jsonb("author").$type<ActorRecord>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("revisions_task_number").on(t.accountId, t.taskUid, t.number)],
);

/** Decisions of people and keys on one revision. */
export const reviews = pgTable(
  "reviews",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: ofTask(),
    /** `endorsed` is an approval that others still have to join; `unapproved` takes either back. */
    decision: text("decision")
      .$type<"endorsed" | "approved" | "rejected" | "sent_back" | "unapproved" | "resubmitted" | "recalled">()
      .notNull(),
    revision: integer("revision").notNull(),
    sha256: text("sha256").notNull(),
    reason: text("reason"),
    actor: jsonb("actor").$type<ActorRecord>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("reviews_task").on(t.accountId, t.taskUid, t.createdAt),
    index("reviews_account_created").on(t.accountId, t.createdAt),
    index("reviews_partial").on(t.accountId, t.taskUid).where(sql`decision in ('endorsed', 'unapproved')`),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: rowId(),
    accountId: ofAccount(),
    taskUid: ofTask().references(() => tasks.uid, { onDelete: "cascade" }),
    revision: integer("revision"),
    body: text("body").notNull(),
    /** `{path, start, end, quote}` within the revision. */
    anchor: jsonb("anchor").$type<JsonObject>(),
    author: jsonb("author").$type<ActorRecord>().notNull(),
    resolvedAt: instant("resolved_at"),
    createdAt: createdAt(),
  },
  (t) => [index("comments_task").on(t.accountId, t.taskUid, t.createdAt)],
);

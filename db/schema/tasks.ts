import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, updatedAt } from "./columns.ts";
import { users } from "./people.ts";

export const tasks = pgTable(
  "tasks",
  {
    /** Internal key; clients name a task by `id` or `number`, within their account. */
    uid: uuid("uid")
      .primaryKey()
      .$defaultFn(() => uuidv7()),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** The contract's `task_id`: the caller's own, or a UUID v4. Unique per account. */
    id: text("id").notNull(),
    /** Rising per account, may have gaps; set by trigger from the account's sequence, so no lock is held to commit. */
    number: bigint("number", { mode: "number" }).notNull().default(0),
    taskType: text("task_type").notNull(),
    status: text("status").$type<TaskStatus>().notNull().default("pending"),
    /** Raised by every move and edit; with `status` it is the condition of every UPDATE. */
    version: integer("version").notNull().default(1),
    /** 0 low, 1 normal, 2 high, 3 urgent: the order in which work is fetched. */
    priority: smallint("priority").notNull().default(1),

    /** What lists show: topic, title or prompt, by type. */
    title: text("title").notNull().default(""),
    /** The type's own fields after validation; null while the task waits for them. */
    requestData: jsonb("request_data").$type<JsonObject>(),
    language: text("language").notNull().default("English"),
    sourceMaterial: text("source_material"),
    referenceUrls: jsonb("reference_urls").$type<string[]>().notNull().default([]),
    parameters: jsonb("parameters").$type<JsonObject>().notNull().default({}),
    metadata: jsonb("metadata").$type<JsonObject>().notNull().default({}),
    notesForReviewer: text("notes_for_reviewer"),
    taskSourceName: text("task_source_name"),
    taskSourceId: text("task_source_id"),
    taskSourceGroupId: text("task_source_group_id"),
    modelName: text("model_name"),
    modelsByPhase: jsonb("models_by_phase").$type<Record<string, string>>().notNull().default({}),
    qualityPreference: text("quality_preference")
      .$type<"fast" | "balanced" | "quality">()
      .notNull()
      .default("balanced"),
    requiresApproval: boolean("requires_approval").notNull(),
    /** SHA-256 of the canonical request: the same id with the same body is the same task. */
    requestSha256: text("request_sha256").notNull(),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),

    /** `api_key_user_{account_id}` or the user's id. */
    createdBy: text("created_by").notNull(),
    createdByUserId: uuid("created_by_user_id").references(() => users.id, { onDelete: "set null" }),
    assignedTo: uuid("assigned_to").references(() => users.id, { onDelete: "set null" }),
    dueAt: instant("due_at"),
    /** Off the desk until then, or until something happens to it. */
    snoozedUntil: instant("snoozed_until"),
    snoozedBy: uuid("snoozed_by").references(() => users.id, { onDelete: "set null" }),
    publishAt: instant("publish_at"),

    /** Rounds of generation: 1 at first, one more with every regeneration. */
    round: integer("round").notNull().default(1),
    /** Attempts within the round; a rescue after a killed worker counts in `rescues` instead. */
    attempt: integer("attempt").notNull().default(0),
    rescues: integer("rescues").notNull().default(0),
    /** First phase of this round: phases before it keep their output of the round before. */
    fromPhase: text("from_phase"),
    feedback: text("feedback"),
    /** What of the revision before this round may change, everything else stays to the byte; null means the whole. */
    blocks: jsonb("blocks").$type<string[]>(),
    phase: text("phase"),
    /** 0–100. */
    progress: real("progress").notNull().default(0),
    message: text("message").notNull().default("Task pending"),
    /** Not fetched before; null means at once. */
    runAfter: instant("run_after"),
    /** The job in the queue that will run it; the reconciler enqueues again when that job is gone. */
    jobId: uuid("job_id"),
    /** Fences a zombie: each claim draws a new one and every write of the worker names it. */
    leaseId: uuid("lease_id"),
    workerId: text("worker_id"),
    /** Why it is on hold: a person paused it, money is spent, or reviewers have enough to do. */
    holdKind: text("hold_kind").$type<"paused" | "budget" | "backlog">(),
    holdReason: text("hold_reason"),

    /** The current revision: its number and its hash, null before the first. */
    revision: integer("revision"),
    revisionSha256: text("revision_sha256"),
    approvedSha256: text("approved_sha256"),
    approvedRevision: integer("approved_revision"),
    publishedUrl: text("published_url"),
    qualityScore: real("quality_score"),
    modelUsed: text("model_used"),
    /** Foretold at creation in US dollars; null when a price is unknown. */
    estimatedCost: numeric("estimated_cost", { precision: 14, scale: 6, mode: "number" }),
    /** Spent so far over all phases and rounds, US dollars. */
    costUsd: numeric("cost_usd", { precision: 14, scale: 6, mode: "number" }).notNull().default(0),
    degraded: boolean("degraded").notNull().default(false),
    degradedReasons: jsonb("degraded_reasons").$type<string[]>().notNull().default([]),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    errorDetails: jsonb("error_details").$type<JsonObject>(),

    createdAt: createdAt(),
    updatedAt: updatedAt(),
    queuedAt: instant("queued_at"),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    reviewedAt: instant("reviewed_at"),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    uniqueIndex("tasks_account_id").on(t.accountId, t.id),
    uniqueIndex("tasks_account_number").on(t.accountId, t.number),
    // Upwards throughout: read backwards they give "newest first" too. DESC NULLS LAST, which is what `.desc()` makes
    // here, is no order that a query for DESC can use.
    index("tasks_account_created").on(t.accountId, t.createdAt, t.uid),
    index("tasks_account_updated").on(t.accountId, t.updatedAt, t.uid),
    index("tasks_account_status_created").on(t.accountId, t.status, t.createdAt, t.uid),
    index("tasks_account_type_created").on(t.accountId, t.taskType, t.createdAt, t.uid),
    index("tasks_account_priority").on(t.accountId, t.priority, t.uid),
    index("tasks_account_quality").on(t.accountId, t.qualityScore, t.uid),
    index("tasks_account_finished").on(t.accountId, t.finishedAt, t.status).where(sql`finished_at is not null`),
    index("tasks_account_model_used")
      .on(t.accountId, t.modelUsed, t.createdAt, t.uid)
      .where(sql`model_used is not null`),
    index("tasks_account_model_name")
      .on(t.accountId, t.modelName, t.createdAt, t.uid)
      .where(sql`model_name is not null`),
    index("tasks_account_group").on(t.accountId, t.taskSourceGroupId, t.status, t.createdAt),
    index("tasks_account_group_updated").on(t.accountId, t.taskSourceGroupId, t.updatedAt),
    index("tasks_account_source").on(t.accountId, t.taskSourceId, t.createdAt),
    index("tasks_account_degraded").on(t.accountId, t.createdAt, t.uid).where(sql`degraded`),
    index("tasks_account_snoozed").on(t.accountId, t.snoozedUntil).where(sql`snoozed_until is not null`),
    index("tasks_account_attention")
      .on(t.accountId, t.status, t.updatedAt, t.uid)
      .where(sql`status in ('generating', 'awaiting_approval', 'failed', 'on_hold')`),
    index("tasks_review_order")
      .on(t.accountId, sql`(-priority)`, sql`coalesce(due_at, 'infinity'::timestamptz)`, t.createdAt, t.uid)
      .where(sql`status = 'awaiting_approval'`),
    index("tasks_account_assigned").on(t.accountId, t.assignedTo).where(sql`assigned_to is not null`),
    index("tasks_due").on(t.dueAt).where(sql`due_at is not null and status = 'awaiting_approval'`),
    index("tasks_running").on(t.workerId).where(sql`status = 'generating'`),
    index("tasks_held").on(t.accountId, t.holdKind).where(sql`status = 'on_hold'`),
    index("tasks_waiting").on(t.queuedAt).where(sql`status = 'queued'`),
    index("tasks_account_waiting").on(t.accountId, t.queuedAt).where(sql`status = 'queued'`),
    index("tasks_to_publish").on(t.publishAt).where(sql`status = 'approved' and publish_at is not null`),
  ],
);

export type TaskRow = typeof tasks.$inferSelect;
export type NewTaskRow = typeof tasks.$inferInsert;

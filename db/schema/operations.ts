import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { LocalServers } from "#lib/models/find-local-servers.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, updatedAt } from "./columns.ts";

/** Worker processes and when each was last heard; a task's lease lives as long as its worker's heartbeat. */
export const workers = pgTable(
  "workers",
  {
    id: text("id").primaryKey(),
    hostname: text("hostname").notNull(),
    pid: integer("pid").notNull(),
    concurrency: integer("concurrency").notNull(),
    taskTypes: jsonb("task_types").$type<string[]>().notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
    stoppedAt: instant("stopped_at"),
    /** Model servers that it found on its own machine, by the variable that would name them. */
    localServers: jsonb("local_servers").$type<LocalServers>().notNull().default({}),
  },
  (t) => [index("workers_heartbeat").on(t.heartbeatAt)],
);

/**
 * Tasks by account, status, type and priority: a folded base and the deltas since. Writers only insert deltas, so no counter row
 * is locked to commit; the worker folds them.
 */
export const taskCounts = pgTable(
  "task_counts",
  {
    accountId: uuid("account_id").notNull(),
    status: text("status").notNull(),
    taskType: text("task_type").notNull(),
    priority: smallint("priority").notNull().default(1),
    count: bigint("count", { mode: "number" }).notNull().default(0),
    /**
     * Entries into the status since the beginning, from statuses that outside clients call by another word: never falls.
     */
    entered: bigint("entered", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.status, t.taskType, t.priority] })],
);

export const taskCountDeltas = pgTable(
  "task_count_deltas",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: uuid("account_id").notNull(),
    status: text("status").notNull(),
    taskType: text("task_type").notNull(),
    priority: smallint("priority").notNull().default(1),
    delta: integer("delta").notNull(),
    entered: integer("entered").notNull(),
  },
  (t) => [index("task_count_deltas_account").on(t.accountId)],
);

/** What an account decided for a task type; absent rows mean the type's own defaults. */
export const policies = pgTable(
  "policies",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    taskType: text("task_type").notNull(),
    requiresApproval: boolean("requires_approval"),
    /** How many people must approve one revision; null means one. */
    approvalsNeeded: smallint("approvals_needed"),
    /** Whether someone may approve what they asked for or edited; null means yes. */
    allowOwnApproval: boolean("allow_own_approval"),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.taskType] })],
);

export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    /** The query string of the queue page. */
    query: text("query").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("saved_views_account").on(t.accountId, t.userId)],
);

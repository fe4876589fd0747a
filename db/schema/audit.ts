import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { createdAt } from "./columns.ts";
import type { ActorRecord } from "./history.ts";

/** Decisions of people and keys. The app's role may only insert; it has no foreign keys, as it outlives what it names. */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: uuid("account_id").notNull(),
    actor: jsonb("actor").$type<ActorRecord>().notNull(),
    /** `task.approve`, `key.create`, … */
    action: text("action").notNull(),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    detail: jsonb("detail").$type<JsonObject>().notNull().default({}),
    requestId: text("request_id"),
    createdAt: createdAt(),
  },
  (t) => [index("audit_account").on(t.accountId, t.id), index("audit_target").on(t.accountId, t.targetId)],
);

/**
 * Each audit row's place in its account's hash chain, appended by the sealer within a second, so that writers do
 * not queue behind one another.
 */
export const auditSeals = pgTable(
  "audit_seals",
  {
    accountId: uuid("account_id").notNull(),
    /** 1, 2, 3 … without gaps. */
    position: bigint("position", { mode: "number" }).notNull(),
    auditId: bigint("audit_id", { mode: "number" }).notNull(),
    previousHash: text("previous_hash").notNull(),
    /** SHA-256 over the previous hash and the row's canonical JSON. */
    hash: text("hash").notNull(),
    sealedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.position] }), uniqueIndex("audit_seals_row").on(t.auditId)],
);

/** The first answer to a POST with an Idempotency-Key, kept 24 hours; commits with the effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    accountId: uuid("account_id").notNull(),
    route: text("route").notNull(),
    key: text("key").notNull(),
    bodySha256: text("body_sha256").notNull(),
    status: integer("status").notNull(),
    response: jsonb("response").$type<Json>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.route, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);

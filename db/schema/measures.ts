import { bigint, doublePrecision, index, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

/**
 * What the metrics tell of finished work, kept as the task counters are: a folded base and the deltas since. Writers only
 * insert deltas, so that no counter row is locked to commit. It outlives the tasks, as counters must not fall.
 */

/** How many runs took at most `le` seconds and more than the next smaller bound; Infinity for the rest. */
export const processingTimes = pgTable(
  "processing_times",
  {
    accountId: uuid("account_id").notNull(),
    le: doublePrecision("le").notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
    /** Of all of them together. */
    seconds: doublePrecision("seconds").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.le] })],
);

/** One run that ended. */
export const processingTimeDeltas = pgTable(
  "processing_time_deltas",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: uuid("account_id").notNull(),
    seconds: doublePrecision("seconds").notNull(),
  },
  (t) => [index("processing_time_deltas_account").on(t.accountId)],
);

const use = () => ({
  accountId: uuid("account_id").notNull(),
  model: text("model").notNull(),
  phase: text("phase").notNull(),
  /** US dollars; what has no known price counts as nothing here. */
  costUsd: numeric("cost_usd", { precision: 18, scale: 6, mode: "number" }).notNull(),
  inputTokens: bigint("input_tokens", { mode: "number" }).notNull(),
  outputTokens: bigint("output_tokens", { mode: "number" }).notNull(),
});

/** What models have cost, by model and phase. */
export const modelCosts = pgTable("model_costs", use(), (t) => [
  primaryKey({ columns: [t.accountId, t.model, t.phase] }),
]);

export const modelCostDeltas = pgTable(
  "model_cost_deltas",
  { id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(), ...use() },
  (t) => [index("model_cost_deltas_account").on(t.accountId)],
);

import { boolean, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ModelTiers } from "#lib/models/model-settings.ts";
import type { OwnPrices } from "#lib/models/price.ts";
import { createdAt, rowId, updatedAt } from "./columns.ts";

export const accounts = pgTable("accounts", {
  id: rowId(),
  name: text("name").notNull(),
  /** Part of public addresses: `/p/{slug}/…`. */
  slug: text("slug").notNull().unique(),
  createdAt: createdAt(),
});

/** Absent: no limit. */
export type AccountLimits = {
  /** US dollars a day (UTC). */
  day_usd?: number | null;
  /** US dollars a calendar month (UTC). */
  month_usd?: number | null;
  /** Tasks that may wait for reviewers at once. */
  review_backlog?: number | null;
};

/** What an account decided about models and limits; one row, read whole. */
export const accountSettings = pgTable("account_settings", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** False: a model that cannot be had refuses the task instead of falling back to a built-in one. */
  allowSubstitution: boolean("allow_substitution").notNull().default(true),
  /** `{"microsoft/DialoGPT-medium": "openai/gpt-5-mini"}` */
  modelAliases: jsonb("model_aliases").$type<Record<string, string>>().notNull().default({}),
  /** `{"fast": {"text": "ollama/mistral"}, …}` by quality preference and kind of model; a list is a chain. */
  modelTiers: jsonb("model_tiers").$type<ModelTiers>().notNull().default({}),
  /** `{"openai/gpt-5": {"price": {"unit": "tokens", …}, "by": "Ana", "at": "…"}}` where the account knows better than the list. */
  modelPrices: jsonb("model_prices").$type<OwnPrices>().notNull().default({}),
  limits: jsonb("budgets").$type<AccountLimits>().notNull().default({}),
  updatedAt: updatedAt(),
});

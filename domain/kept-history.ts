import type { PgInsertValue } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.ts";
import { audit } from "#db/schema/audit.ts";
import { reviews, taskEvents } from "#db/schema/history.ts";

type Rows = {
  events: PgInsertValue<typeof taskEvents>[];
  reviews: PgInsertValue<typeof reviews>[];
  audit: PgInsertValue<typeof audit>[];
};

/** What a verb on many tasks adds to history, kept until it can be written in one statement of each kind. */
export class KeptHistory {
  #rows: Rows = { events: [], reviews: [], audit: [] };

  add(rows: Partial<Rows>): void {
    const { events, reviews, audit } = this.#rows;
    this.#rows = {
      events: [...events, ...(rows.events ?? [])],
      reviews: [...reviews, ...(rows.reviews ?? [])],
      audit: [...audit, ...(rows.audit ?? [])],
    };
  }

  /** @returns what forgets everything that was added since */
  mark(): () => void {
    const before = this.#rows;
    return () => {
      this.#rows = before;
    };
  }

  async write(tx: Transaction): Promise<void> {
    const rows = this.#rows;
    this.#rows = { events: [], reviews: [], audit: [] };
    await insertHistory(tx, rows);
  }
}

/** Adds to history: at once, or where a verb on many keeps it. */
export async function addHistory(ctx: { tx: Transaction; kept?: KeptHistory }, rows: Partial<Rows>): Promise<void> {
  if (ctx.kept) ctx.kept.add(rows);
  else await insertHistory(ctx.tx, rows);
}

async function insertHistory(tx: Transaction, rows: Partial<Rows>): Promise<void> {
  if (rows.events?.length) await tx.insert(taskEvents).values(rows.events);
  if (rows.reviews?.length) await tx.insert(reviews).values(rows.reviews);
  if (rows.audit?.length) await tx.insert(audit).values(rows.audit);
}

import { and, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { audit, auditSeals } from "#db/schema/audit.ts";
import { type AuditRow, auditHash, genesisHash } from "#domain/audit/audit-hash.ts";
import { asSystem } from "#domain/context.ts";

/** Any number that no one else locks: one sealer at a time gives out positions. */
const sealLock = 7_207_165_353;
const batch = 500;

export type Sealed = {
  rows: number;
  /** Every row up to this id is sealed, but for those whose transactions have not ended. */
  lastId: number;
};

/**
 * Gives every audit row that has none its place in its account's hash chain, in order of id. A row whose transaction
 * committed late gets a later place than its id suggests: the chain says what was sealed after what, and has no gaps.
 * @param aboveId rows up to this id are known to be sealed; 0 looks at all
 */
export async function sealAudit(db: Database, aboveId = 0): Promise<Sealed> {
  return asSystem(db, async (tx) => {
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${sealLock}) as held`);
    if (!lock?.held) return { rows: 0, lastId: aboveId };
    const rows = await tx
      .select(getTableColumns(audit))
      .from(audit)
      .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
      .where(and(gt(audit.id, aboveId), isNull(auditSeals.auditId)))
      .orderBy(audit.id)
      .limit(batch);
    if (rows.length === 0) return { rows: 0, lastId: await highestId(tx) };
    await tx.insert(auditSeals).values(await sealsFor(tx, rows));
    return { rows: rows.length, lastId: rows.at(-1)?.id ?? aboveId };
  });
}

async function highestId(tx: Transaction): Promise<number> {
  const [newest] = await tx.select({ id: audit.id }).from(audit).orderBy(desc(audit.id)).limit(1);
  return newest?.id ?? 0;
}

async function sealsFor(tx: Transaction, rows: AuditRow[]): Promise<(typeof auditSeals.$inferInsert)[]> {
  const heads = new Map<string, { position: number; hash: string }>();
  const seals: (typeof auditSeals.$inferInsert)[] = [];
  for (const row of rows) {
    const head = heads.get(row.accountId) ?? (await chainHead(tx, row.accountId));
    const sealed = { position: head.position + 1, hash: auditHash(head.hash, row) };
    heads.set(row.accountId, sealed);
    seals.push({ accountId: row.accountId, auditId: row.id, previousHash: head.hash, ...sealed });
  }
  return seals;
}

async function chainHead(tx: Transaction, accountId: string): Promise<{ position: number; hash: string }> {
  const [head] = await tx
    .select({ position: auditSeals.position, hash: auditSeals.hash })
    .from(auditSeals)
    .where(eq(auditSeals.accountId, accountId))
    .orderBy(desc(auditSeals.position))
    .limit(1);
  return head ?? { position: 0, hash: genesisHash };
}

/** No transaction lives longer than this between drawing an audit id and committing it. */
const settledAfterMs = 10 * 60_000;

/**
 * The last row of those below which no transaction goes on: its own began twice as long ago as one may live, so that its
 * id was drawn, and all smaller ones, by transactions that have ended.
 */
async function settledLongAgo(db: Database): Promise<number> {
  return asSystem(db, async (tx) => {
    const isOld = sql`${audit.createdAt} < now() - ${2 * settledAfterMs} * interval '1 millisecond'`;
    const [row] = await tx.select({ id: audit.id }).from(audit).where(isOld).orderBy(desc(audit.id)).limit(1);
    return row?.id ?? 0;
  });
}

/**
 * Seals again and again without reading the whole table each time: rows above a mark that is old enough for every
 * transaction below it to have ended. A new sealer begins with all rows,
 * once.
 */
export class AuditSealer {
  readonly #db: Database;
  #settledId = 0;
  #mark = { id: 0, at: Date.now() };

  constructor(db: Database) {
    this.#db = db;
  }

  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const { rows, lastId } = await sealAudit(this.#db, this.#settledId);
      total += rows;
      // It has looked at all that there was, and need not again in the ten minutes until its first mark.
      if (this.#settledId === 0 && rows < batch && lastId > 0) this.#settledId = await settledLongAgo(this.#db);
      this.#advance(lastId);
      if (rows < batch) return total;
    }
  }

  #advance(lastId: number): void {
    const now = Date.now();
    if (now - this.#mark.at < settledAfterMs) return;
    this.#settledId = this.#mark.id;
    this.#mark = { id: lastId, at: now };
  }
}

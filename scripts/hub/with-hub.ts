import { closeDb, type Database, getDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { findAccountByName } from "#domain/accounts/find-account.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import type { Ctx } from "#domain/context.ts";
import { env } from "#lib/env.ts";
import { openDatabase } from "#scripts/database.ts";

/** Who the audit says it was. */
export const by = "command line";

/** What goes to standard error is for people; standard output carries results alone. */
export const tell = (line: string) => console.error(line);

/** Opens the hub's database for one command: the one that runs, or the embedded one for as long as the command takes. */
export async function withHub<T>(work: (db: Database, url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(tell);
  try {
    // An external database is brought up to date by `npm start` alone, which has the installation's secret.
    if (!env().DATABASE_URL) await migrate(database.url, env().AUTH_SECRET);
    return await work(getDb(), database.url);
  } finally {
    await closeDb(1);
    await database.close();
  }
}

/** The same in one account: the named one, or the only one there is. */
export function withAccountNamed<T>(account: string | undefined, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return withHub(async (db) => {
    const { id } = await findAccountByName(db, account ?? null);
    return work({ db, actor: systemActor(id, by), requestId: null });
  });
}

/** Rows in columns as wide as what stands in them. */
export function printTable(head: string[], rows: (string | number | null)[][]): void {
  const cells = [head, ...rows.map((row) => row.map((cell) => String(cell ?? "–")))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

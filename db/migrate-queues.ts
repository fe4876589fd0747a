import { PgBoss } from "pg-boss";
import { queueNames, queueSchema } from "#db/queue-names.ts";

/**
 * Makes pg-boss's tables and every queue, as the database's owner; at run time pg-boss is told neither to migrate nor to
 * create, for the app's role has no right to.
 */
export async function migrateQueues(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.searchParams.delete("pgbouncer");
  const boss = new PgBoss({
    connectionString: url.href,
    schema: queueSchema,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: true,
    createSchema: true,
  });
  let failure: unknown;
  boss.on("error", (error) => {
    failure = error;
  });
  await boss.start();
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const name of queueNames) if (!existing.has(name)) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}

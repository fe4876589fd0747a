import type { Database, listen } from "#db/client.ts";
import { modelLookChannel } from "#domain/models/model-tests.ts";
import type { WorkerIncarnation } from "#domain/workers/register-worker.ts";
import { reportLocalServers } from "#domain/workers/report-local-servers.ts";
import { log } from "#lib/log.ts";
import { every } from "#worker/every.ts";
import type { LocalFinder } from "#worker/models/local-finder.ts";

/** Two requests to loopback, which are refused at once where nothing listens. */
const lookEveryMs = 15_000;

type Options = { db: Database; listen: typeof listen; finder: LocalFinder };

/**
 * Looks for model servers on this machine again and again, and whenever somebody opens the page of models, and makes known
 * what has come or gone.
 * @returns what stops it
 */
export async function watchLocalServers(
  { db, listen, finder }: Options,
  worker: WorkerIncarnation,
): Promise<() => Promise<void>> {
  let known = JSON.stringify(finder.found);
  const look = async () => {
    const found = await finder.look();
    if (JSON.stringify(found) === known) return;
    await reportLocalServers(db, worker, found);
    known = JSON.stringify(found);
    log.info({ found }, "The model servers on this machine have changed.");
  };
  const unlisten = await listen(modelLookChannel, () => {
    look().catch((error: unknown) => log.warn({ err: error }, "Model servers could not be looked for."));
  });
  const stopLooking = every(lookEveryMs, "look for model servers", look);
  return async () => {
    await unlisten();
    await stopLooking();
  };
}

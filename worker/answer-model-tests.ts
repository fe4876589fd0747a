import { sql } from "drizzle-orm";
import type { Database, listen } from "#db/client.ts";
import { modelTestChannel, modelTestRequestSchema, modelTestResultChannel } from "#domain/models/model-tests.ts";
import { log } from "#lib/log.ts";
import type { LocalFinder } from "#worker/models/local-finder.ts";
import { tryModel } from "#worker/models/try-model.ts";

type Options = { db: Database; workerId: string; listen: typeof listen; finder: LocalFinder };

/**
 * Tries models when somebody at the hub asks this worker to.
 * @returns a function that stops it
 */
export async function answerModelTests({ db, workerId, listen, finder }: Options): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const unlisten = await listen(modelTestChannel, (payload) => {
    const request = modelTestRequestSchema.parse(JSON.parse(payload));
    if (request.worker !== workerId) return;
    finder
      .look()
      .then(() => tryModel(request, finder.environment(), stopping.signal))
      .then(async (result) => {
        const answer = JSON.stringify({ id: request.id, ...result, message: result.message.slice(0, 1_000) });
        await db.execute(sql`select pg_notify(${modelTestResultChannel}, ${answer})`);
      })
      // Whoever asked hears after a while that nobody answered.
      .catch((error: unknown) => log.warn({ err: error, model: request.model }, "A model could not be tried."));
  });
  return async () => {
    stopping.abort();
    await unlisten();
  };
}

import { log } from "#lib/log.ts";

/** A failure that goes on is told again after so long. */
const toldAgainAfterMs = 60_000;

/**
 * Does something again and again, `ms` after it last ended, so that it never overlaps itself. A failure is logged, once
 * and then every minute until it is over, and the next time comes all the same.
 * @returns what stops it, and settles when a run under way has ended
 */
export function every(ms: number, name: string, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let failing: { times: number; toldAt: number } | null = null;
  const schedule = () => {
    if (!stopped) timer = setTimeout(() => (running = run()), ms);
  };
  const run = async () => {
    try {
      await work();
      if (failing) log.info({ loop: name, times: failing.times }, `The worker's ${name} works again.`);
      failing = null;
    } catch (error) {
      failing ??= { times: 0, toldAt: Number.NEGATIVE_INFINITY };
      failing.times += 1;
      if (performance.now() - failing.toldAt >= toldAgainAfterMs) {
        failing.toldAt = performance.now();
        const facts = { err: error, loop: name, times: failing.times };
        log.error(facts, `The worker's ${name} failed; it is tried again every ${ms} ms.`);
      }
    }
    schedule();
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

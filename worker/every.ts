import { log } from "#lib/log.ts";

/**
 * Does something again and again, `ms` after it last ended, so that it never overlaps itself. A failure is logged and
 * the next time comes all the same.
 * @returns what stops it, and settles when a run under way has ended
 */
export function every(ms: number, name: string, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    if (!stopped) timer = setTimeout(() => (running = run()), ms);
  };
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, loop: name }, `The worker's ${name} failed; it is tried again in ${ms} ms.`);
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

import { log } from "#lib/log.ts";

/** What the phases that run have to finish when the worker is asked to stop. */
export const usualGraceMs = 8_000;

/** Whoever asked for the stop expects it within this: what is left of it is for handing back what was not finished. */
const lastMomentMs = usualGraceMs + 3_500;

/** Stops in good order on SIGTERM and SIGINT, and when the process that started this one is gone; once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (cause: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ cause }, "Worker stopping: running phases may finish.");
    setTimeout(() => {
      log.error("The worker did not stop in time; what it held is taken back by others.");
      process.exit(1);
    }, lastMomentMs).unref();
    stop().then(
      () => {
        log.info("Worker stopped.");
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, "The worker did not stop cleanly; what it held is taken back by others.");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => begin("SIGTERM"));
  process.on("SIGINT", () => begin("SIGINT"));
  process.on("disconnect", () => begin("parent gone"));
}

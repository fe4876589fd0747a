import { log } from "#lib/log.ts";
import type { FetchedJob, JobQueue } from "#worker/job-queue.ts";

/** Claims what a job is about. Null when there is nothing to do; else what runs it to its end, without throwing. */
export type Deliver = (job: FetchedJob) => Promise<(() => Promise<void>) | null>;

export type DispatcherOptions = {
  queue: Pick<JobQueue, "fetch" | "complete">;
  /** How many tasks run at once. */
  slots: number;
  deliver: Deliver;
  /** Behind the notifications: jobs whose time comes, and notifications that got lost. */
  pollMs?: number;
};

/**
 * Keeps the slots full: fetches as many jobs as are free, when woken and when a slot gets free. A job counts as delivered
 * once its task is claimed; from there on the task row alone says how it stands.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #poll: NodeJS.Timeout;
  #pumping: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #delivered: string[] = [];

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#poll = setInterval(() => this.wake(), options.pollMs ?? 2_000);
  }

  /** There may be something to fetch. */
  wake(): void {
    this.#again = true;
    if (this.#stopped || this.#pumping) return;
    this.#pumping = this.#pump()
      .catch((error: unknown) => log.error({ err: error }, "Jobs could not be fetched."))
      .finally(() => {
        this.#pumping = null;
        // Woken in the moment between the last look and now.
        if (this.#again) this.wake();
      });
  }

  /** Fetches no more. What was fetched is still claimed, so that its run can hand it back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    await this.#pumping;
  }

  /** Settles when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #pump(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const free = this.#options.slots - this.#running.size;
      if (free <= 0) return;
      const jobs = await this.#options.queue.fetch(free);
      for (const job of jobs) this.#start(job);
      if (jobs.length === free) this.#again = true;
    }
  }

  #start(job: FetchedJob): void {
    const run = this.#handle(job).finally(() => {
      this.#running.delete(run);
      this.wake();
    });
    this.#running.add(run);
  }

  async #handle(job: FetchedJob): Promise<void> {
    try {
      const run = await this.#options.deliver(job);
      this.#complete(job.id);
      await run?.();
    } catch (error) {
      // The task is still queued and its job looks fetched; the reconciler sends it again.
      log.error({ err: error, job_id: job.id }, "A job could not be delivered.");
    }
  }

  /** Jobs that are claimed within the same turn of the event loop are completed in one statement. */
  #complete(id: string): void {
    this.#delivered.push(id);
    if (this.#delivered.length > 1) return;
    setImmediate(() => {
      const ids = this.#delivered;
      this.#delivered = [];
      this.#options.queue.complete(ids).catch((error: unknown) => {
        // Harmless: a job that comes again finds its task claimed.
        log.warn({ err: error, jobs: ids.length }, "Delivered jobs could not be marked as done.");
      });
    });
  }
}

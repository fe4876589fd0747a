export type Report = {
  share: number;
  message: string | null;
  /** The end of what a model is writing; null where none is. */
  written: string | null;
  announce: boolean;
};

export type ProgressReporter = {
  /** @param share 0–1 of the running phase; null where only the message is new */
  report(share: number | null, message?: string, written?: string): void;
  /** Nothing is written any more once this settles. */
  stop(): Promise<void>;
};

const writeEveryMs = 500;
const announceEveryMs = 1_000;

/**
 * Passes on the latest progress at most twice a second, and to live viewers at most once a second, however often a phase
 * reports it. What cannot be written is let go: the next report or the phase's end says it again.
 */
export function createProgressReporter(write: (report: Report) => Promise<void>): ProgressReporter {
  let latest: Omit<Report, "announce"> | null = null;
  let reached = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let announcedAt = Date.now();
  let stopped = false;

  const flush = async () => {
    const report = latest;
    latest = null;
    if (report) {
      const announce = Date.now() - announcedAt >= announceEveryMs;
      if (announce) announcedAt = Date.now();
      await write({ ...report, announce }).catch(() => {});
    }
    timer = undefined;
    if (latest) schedule();
  };
  const schedule = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      writing = flush();
    }, writeEveryMs);
  };

  return {
    report(share, message, written) {
      if (share !== null) reached = Math.min(Math.max(share, 0), 1);
      latest = { share: reached, message: message ?? latest?.message ?? null, written: written ?? null };
      schedule();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await writing;
    },
  };
}

/**
 * Calls `act` when npm, which started this process, is gone without having said so: killed, it cannot pass a signal on,
 * and what it started would hold the port for ever.
 */
export function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 1_000);
  timer.unref();
}

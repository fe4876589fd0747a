import { readFileSync } from "node:fs";

/**
 * Calls `act` when npm, which started this process, is gone without having said so: killed, it cannot pass a signal on,
 * and what it started would hold the port for ever.
 */
export function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return;
  const family = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === family) return;
    clearInterval(timer);
    act();
  }, 1_000);
  timer.unref();
}

/** The parent, and where the system tells the parent's: npm runs its scripts in a shell, which outlives it. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")")).split(" ")[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}

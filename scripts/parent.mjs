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

/** The parent; where that is a shell and the system tells it, the shell's parent too: npm's shell outlives npm. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(stat) ?? [];
    return /^(?:ba|da|z|k)?sh$/.test(name ?? "") ? `${process.ppid} ${parent}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}

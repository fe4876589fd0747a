import { readFileSync } from "node:fs";

/** Whether a process lives and is Postgres, as far as this system tells. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // `pid (name) state …`; a zombie has ended already.
    return stat.includes("(postgres)") && !/\) Z /.test(stat);
  } catch {
    return process.platform !== "linux";
  }
}

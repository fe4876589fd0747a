import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Does `work` while no other process of this checkout does: two roles started at once would install, or build, over
 * each other. The lock of a process that is gone counts for nothing.
 */
export async function withLock(file, work) {
  for (let waits = 0; !acquire(file); waits += 1) {
    if (waits === 5) console.error(`Waiting for another start of this checkout, which holds ${file} …`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw new Error(`${file} cannot be written (${error.code}).`);
  }
  if (!isHeld(file)) rmSync(file, { force: true });
  return false;
}

function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // Still empty: its maker is about to write, or was killed just then.
    if (!holder) return Date.now() - statSync(file).mtimeMs < 5_000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

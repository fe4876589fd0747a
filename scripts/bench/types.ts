import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createBenchKey, startBenchHub } from "#scripts/bench/bench-hub.ts";

type Described = { name: string; example: Record<string, unknown> };
type Task = { task_id: string; state: string; error_message: string | null };

const deadlineMs = 10 * 60_000;
const ended = ["awaiting_approval", "completed", "failed"];

/**
 * Seconds from creation to the result, and the worker's peak memory meanwhile (with the processes that it starts), for
 * each type's own example, one after another, with the built-in models.
 */
export async function benchTypes(): Promise<void> {
  const hub = await startBenchHub();
  try {
    const headers = { "x-api-key": createBenchKey(hub), "content-type": "application/json" };
    const call = async <Answer>(path: string, body?: object) => {
      const request = body ? { method: "POST", body: JSON.stringify(body), headers } : { headers };
      return (await (await fetch(hub.baseUrl + path, request)).json()) as Answer;
    };
    const { types } = await call<{ types: Described[] }>("/api/tasks/types");
    for (const { name, example } of types) {
      const worker = workerOf(hub.baseUrl);
      forgetPeak(worker);
      const startedAt = performance.now();
      let task = await call<Task>("/api/tasks", { task_type: name, ...example });
      let peak = 0;
      while (task.task_id && !ended.includes(task.state) && performance.now() - startedAt < deadlineMs) {
        await sleep(50);
        peak = Math.max(peak, peakOf(worker));
        task = await call<Task>(`/api/tasks/${task.task_id}`);
      }
      const took = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(7);
      const memory = Math.round(Math.max(peak, peakOf(worker)) / 1024);
      const outcome = task.task_id ? task.state : "refused";
      console.log(
        `${name.padEnd(20)} ${took} s ${String(memory).padStart(6)} MB   ${outcome} ${task.error_message ?? ""}`,
      );
    }
  } finally {
    await hub.stop();
  }
}

/** The process id of the worker that the hub at this address runs: the sibling of the process that listens. */
function workerOf(baseUrl: string): number {
  const { port } = new URL(baseUrl);
  const rows = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n");
  const parsed = rows.flatMap((row) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return pid && parent && args ? [{ pid: Number(pid), parent: Number(parent), args }] : [];
  });
  const web = parsed.find(
    ({ pid, args }) => args.includes("server.ts") && environmentOf(pid).includes(`PORT=${port}\0`),
  );
  const worker = parsed.find(({ parent, args }) => parent === web?.parent && args.includes("worker/index.ts"));
  if (!worker) throw new Error("the hub's worker was not found among the processes");
  return worker.pid;
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

/** Linux counts the peak anew once 5 is written (proc_pid_clear_refs(5)). */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** Kilobytes: the worker's own peak, and what its children hold at this moment. */
function peakOf(pid: number): number {
  const field = (process: number, name: string) => {
    try {
      return Number(
        new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1] ?? 0,
      );
    } catch {
      return 0;
    }
  };
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean)
    .map(Number);
  return field(pid, "VmHWM") + children.reduce((sum, child) => sum + field(child, "VmRSS"), 0);
}

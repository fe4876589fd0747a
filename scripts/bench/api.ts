import autocannon from "autocannon";
import { createBenchKey, startBenchHub } from "#scripts/bench/bench-hub.ts";

const seconds = 8;
const connections = 16;

/** Requests a second of the routes that clients call most, against a production start of its own. */
export async function benchApi(): Promise<void> {
  const hub = await startBenchHub();
  try {
    const headers = { "x-api-key": createBenchKey(hub), "content-type": "application/json" };
    const body = JSON.stringify({ task_type: "blog_post", topic: "Bees", source_material: "Bees make honey." });
    const created = await fetch(`${hub.baseUrl}/api/tasks`, { method: "POST", headers, body });
    const { task_id: taskId } = (await created.json()) as { task_id: string };
    const cases = [
      ["process alive", { path: "/health/live" }],
      ["task", { path: `/api/tasks/${taskId}`, headers }],
      ["list of 20", { path: "/api/tasks", headers }],
      ["sign-in page", { path: "/sign-in" }],
      ["create", { path: "/api/tasks", method: "POST", headers, body }],
    ] as const;
    for (const [name, { path, ...request }] of cases) {
      const url = `${hub.baseUrl}${path}`;
      const { requests, latency, non2xx } = await autocannon({ url, connections, duration: seconds, ...request });
      const failed = non2xx > 0 ? `, ${non2xx} not 2xx` : "";
      console.log(
        `${name.padEnd(14)} ${requests.average.toFixed(0).padStart(6)}/s   p50 ${latency.p50} ms   p99 ${latency.p99} ms${failed}`,
      );
    }
  } finally {
    await hub.stop();
  }
}

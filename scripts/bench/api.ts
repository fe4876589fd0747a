import { execFileSync } from "node:child_process";
import { join } from "node:path";
import autocannon from "autocannon";
import { buildIfStale } from "#scripts/build.ts";
import { startHub } from "#scripts/start-hub.ts";

const root = join(import.meta.dirname, "..");
const seconds = 8;
const connections = 16;

/** `npm run bench`: requests a second of the routes that clients call most, against a production start of its own. */
await buildIfStale(console.log, AbortSignal.timeout(600_000));
const hub = await startHub({
  ADMIN_EMAIL: "bench@example.com",
  ADMIN_PASSWORD: "a password for the bench",
  LOG_LEVEL: "error",
  RATE_LIMIT_PER_MINUTE: "1000000",
  RATE_LIMIT_BURST: "1000000",
});
try {
  const headers = { "x-api-key": createKey(), "content-type": "application/json" };
  const body = JSON.stringify({ task_type: "blog_post", topic: "Bees", source_material: "Bees make honey." });
  const { task_id } = (await (await fetch(`${hub.baseUrl}/api/tasks`, { method: "POST", headers, body })).json()) as {
    task_id: string;
  };
  const cases = [
    ["process alive", { path: "/health/live" }],
    ["task", { path: `/api/tasks/${task_id}`, headers }],
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

function createKey(): string {
  const args = [join(root, "scripts", "hub.ts"), "keys", "create", "--name", "bench"];
  const env = { ...process.env, DATA_DIR: hub.dataDir, DATABASE_URL: "" };
  return execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }).trim();
}

import type { HubClient } from "#scripts/gallery/hub-client.ts";

const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** How long and how large are a scrape, a page of the list and both exports, and what memory the web process has after each. */
export async function measureFiles(admin: HubClient): Promise<void> {
  for (const path of ["/health", "/metrics", "/api/tasks?limit=100", ...exports]) {
    const startedAt = performance.now();
    const bytes = await admin.drain(path);
    const ms = performance.now() - startedAt;
    const memory = await residentBytes(admin);
    console.log(
      `${path.padEnd(46)} ${ms.toFixed(0).padStart(6)} ms ${mebibytes(bytes).padStart(11)}, memory ${mebibytes(memory)}`,
    );
  }
}

const exports = ["/api/tasks/export?format=csv", "/api/tasks/export?format=json"];

async function residentBytes(admin: HubClient): Promise<number> {
  const text = await admin.text("/metrics");
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

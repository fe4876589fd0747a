import { collectDefaultMetrics, Registry } from "prom-client";

/** Gauges that Node's client names like counters, which `promtool check metrics` finds fault with. */
const misnamed = ["nodejs_active_handles_total", "nodejs_active_requests_total", "nodejs_active_resources_total"];

let registry: Registry | undefined;

/** Memory, CPU, event loop and garbage collection of this web process, in the Prometheus text format. */
export async function processMetrics(): Promise<string> {
  if (!registry) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
    for (const name of misnamed) registry.removeSingleMetric(name);
  }
  return registry.metrics();
}

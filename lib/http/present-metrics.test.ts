import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { presentMetrics } from "#lib/http/present-metrics.ts";
import { processMetrics } from "#lib/http/process-metrics.ts";
import { noteAccount, RequestTimes } from "#lib/http/request-times.ts";

const counter = { taskType: "text_generation", priority: 1 };
const text = presentMetrics(
  {
    counters: [
      { ...counter, status: "queued", count: 2, entered: 9 },
      { ...counter, status: "queued", priority: 3, count: 1, entered: 1 },
      { ...counter, status: "generating", count: 1, entered: 7 },
      { ...counter, status: "awaiting_approval", count: 4, entered: 0 },
      { ...counter, status: "approved", count: 1, entered: 2 },
      { ...counter, status: "completed", count: 3, entered: 3 },
    ],
    processingTimes: [
      { le: 1, count: 45, seconds: 30 },
      { le: 4, count: 75, seconds: 200 },
      { le: 10, count: 37, seconds: 300 },
      { le: Number.POSITIVE_INFINITY, count: 1, seconds: 5000 },
    ],
    modelCosts: [{ model: 'a"b\\c\n', phase: "creative", costUsd: 0.25, inputTokens: 10, outputTokens: 20 }],
    oldestWaitSeconds: 12.5,
    workers: { alive: 2, slots: 20 },
  },
  [1, 5, 10],
);
const lines = text.split("\n");

it("counts entries under the reference's name, in the inference profile's words", () => {
  expect(lines).toContain("# TYPE task_manager_tasks_total counter");
  expect(lines.filter((line) => line.startsWith("task_manager_tasks_total{"))).toEqual([
    'task_manager_tasks_total{status="pending"} 10',
    'task_manager_tasks_total{status="running"} 7',
    'task_manager_tasks_total{status="completed"} 5',
    'task_manager_tasks_total{status="failed"} 0',
    'task_manager_tasks_total{status="cancelled"} 0',
  ]);
});

it("tells what is there now as a gauge, by both words", () => {
  expect(lines).toContain('task_manager_tasks_current{status="running",state="awaiting_approval"} 4');
  expect(lines).toContain('task_manager_queue_depth{priority="urgent",task_type="text_generation"} 1');
  expect(lines).toContain("task_manager_queue_oldest_wait_seconds 12.5");
  expect(lines).toContain("task_manager_workers 2");
});

it("adds up the buckets, and moves what an older bound counted into the next larger", () => {
  expect(lines.filter((line) => line.startsWith("task_manager_processing_time_seconds_"))).toEqual([
    'task_manager_processing_time_seconds_bucket{le="1.0"} 45',
    'task_manager_processing_time_seconds_bucket{le="5.0"} 120',
    'task_manager_processing_time_seconds_bucket{le="10.0"} 157',
    'task_manager_processing_time_seconds_bucket{le="+Inf"} 158',
    "task_manager_processing_time_seconds_sum 5530",
    "task_manager_processing_time_seconds_count 158",
  ]);
});

it("escapes what names hold", () => {
  expect(lines).toContain('task_manager_model_cost_dollars_total{model="a\\"b\\\\c\\n",phase="creative"} 0.25');
});

it("an account sees the times of its own requests, an operator those of all", () => {
  const times = new RequestTimes();
  const [mine, theirs] = [new Request("http://hub/api/tasks"), new Request("http://hub/api/tasks")];
  noteAccount(mine, "a");
  noteAccount(theirs, "b");
  times.observe(mine, "/api/tasks", 200, 0.02);
  times.observe(theirs, "/api/tasks", 200, 3);
  times.observe(new Request("http://hub/api/nothing"), "unknown", 404, 0.001);
  const count = (scope: { accountId: string } | "all", labels: string) =>
    new RegExp(`_count{${labels}} (\\d+)`).exec(times.present(scope))?.[1];
  const listed = 'method="GET",route="/api/tasks",status="200"';
  expect(count({ accountId: "a" }, listed)).toBe("1");
  expect(count("all", listed)).toBe("2");
  expect(count("all", 'method="GET",route="unknown",status="404"')).toBe("1");
  expect(times.present({ accountId: "a" })).not.toContain("unknown");
  expect(times.present({ accountId: "a" })).toContain(`_bucket{${listed},le="0.025"} 1`);
});

it("is written as the format wants it, and as Prometheus's own linter does where there is one", async () => {
  const whole = [text, new RequestTimes().present("all"), await processMetrics()].join("\n");
  expect(faults(whole)).toEqual([]);
  expect(faults("# HELP a A.\n# TYPE a gauge\na 1\na 1\nb 2\n")).toEqual(["a is given twice", "b has no TYPE"]);
  const promtool = spawnSync("promtool", ["check", "metrics"], { input: whole, encoding: "utf8" });
  if (!promtool.error) expect(promtool.stdout + promtool.stderr).toBe("");
});

/** What the text format forbids: samples without HELP and TYPE, doubled ones, groups in pieces, names like counters'. */
function faults(metrics: string): string[] {
  const found: string[] = [];
  const types = new Map<string, string>();
  const seen = new Set<string>();
  for (const line of metrics.split("\n")) {
    const [, kind, name, rest] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === "TYPE" && name && rest) {
      if (types.has(name)) found.push(`${name} is described twice`);
      types.set(name, rest);
      if (rest !== "counter" && name.endsWith("_total")) found.push(`${name} is named like a counter`);
      if (rest === "counter" && !name.endsWith("_total")) found.push(`${name} is not named like a counter`);
    }
    if (line === "" || line.startsWith("#")) continue;
    const [, series, sample] = /^(([a-z_]\w*)(?:\{.*\})?) (?:[-+]?[\d.]+(?:e[-+]?\d+)?|NaN|[-+]Inf)$/i.exec(line) ?? [];
    if (!series || !sample) found.push(`not a sample: ${line}`);
    else if (seen.has(series)) found.push(`${series} is given twice`);
    else if (!types.has(sample) && types.get(sample.replace(/_(bucket|sum|count)$/, "")) === undefined)
      found.push(`${sample} has no TYPE`);
    if (series) seen.add(series);
  }
  return found;
}

import { priorities, type TaskStatus, taskStatuses } from "#lib/contract/status.ts";
import { type Bucket, histogram, metric } from "#lib/http/metrics-text.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";

type Counter = { status: TaskStatus; taskType: string; priority: number; count: number; entered: number };
type TimeBucket = { le: number; count: number; seconds: number };
type ModelCost = { model: string; phase: string; costUsd: number; inputTokens: number; outputTokens: number };
type Metrics = {
  counters: Counter[];
  processingTimes: TimeBucket[];
  modelCosts: ModelCost[];
  oldestWaitSeconds: number;
  workers: { alive: number; slots: number };
};

const words = statusWords.inference;

/**
 * The hub's metrics under the names of inference-task-manager.md, and further ones, in the Prometheus text format.
 * @param bounds of the processing time's buckets, in seconds
 */
export function presentMetrics(metrics: Metrics, bounds: readonly number[]): string {
  const { counters, processingTimes, modelCosts } = metrics;
  return [
    entries(counters),
    histogram("task_manager_processing_time_seconds", "Task processing time", [
      { labels: {}, buckets: fill(processingTimes, bounds), sum: sumOf(processingTimes, ({ seconds }) => seconds) },
    ]),
    present(counters),
    queueDepth(counters),
    single(
      "task_manager_queue_oldest_wait_seconds",
      "How long the longest waiting task waits",
      metrics.oldestWaitSeconds,
    ),
    single("task_manager_workers", "Workers heard within a minute", metrics.workers.alive),
    single("task_manager_worker_slots", "Tasks that these workers can run at once", metrics.workers.slots),
    cost(modelCosts),
    tokens(modelCosts),
  ].join("\n");
}

function entries(counters: Counter[]): string {
  const samples = [...new Set(Object.values(words))].map((status) => {
    const rows = counters.filter((row) => words[row.status] === status);
    return { labels: { status }, value: sumOf(rows, ({ entered }) => entered) };
  });
  return metric("task_manager_tasks_total", "counter", "Total number of tasks processed", samples);
}

function present(counters: Counter[]): string {
  const samples = taskStatuses.map((state) => {
    const rows = counters.filter(({ status }) => status === state);
    return { labels: { status: words[state], state }, value: sumOf(rows, ({ count }) => count) };
  });
  return metric("task_manager_tasks_current", "gauge", "Tasks that are in each status now", samples);
}

function queueDepth(counters: Counter[]): string {
  const samples = counters
    .filter(({ status }) => status === "queued")
    .map(({ taskType, priority, count }) => ({
      labels: { priority: priorities[priority] ?? "normal", task_type: taskType },
      value: count,
    }));
  return metric("task_manager_queue_depth", "gauge", "Tasks that wait for a worker, by priority and type", samples);
}

function cost(costs: ModelCost[]): string {
  const help = "US dollars that models have cost, as far as their prices are known";
  const samples = costs.map(({ model, phase, costUsd }) => ({ labels: { model, phase }, value: costUsd }));
  return metric("task_manager_model_cost_dollars_total", "counter", help, samples);
}

function tokens(costs: ModelCost[]): string {
  const samples = costs.flatMap(({ model, phase, inputTokens, outputTokens }) => [
    { labels: { model, phase, direction: "input" }, value: inputTokens },
    { labels: { model, phase, direction: "output" }, value: outputTokens },
  ]);
  return metric("task_manager_model_tokens_total", "counter", "Tokens that models have read and written", samples);
}

function single(name: string, help: string, value: number): string {
  return metric(name, "gauge", help, [{ labels: {}, value }]);
}

/** Every bound, also those into which nothing fell; what an older bound counted falls into the next larger. */
function fill(counted: TimeBucket[], bounds: readonly number[]): Bucket[] {
  const all = [...bounds, Number.POSITIVE_INFINITY];
  return all.map((le, index) => {
    const below = all[index - 1] ?? Number.NEGATIVE_INFINITY;
    const within = counted.filter((bucket) => bucket.le <= le && bucket.le > below);
    return { le, count: sumOf(within, ({ count }) => count) };
  });
}

function sumOf<Row>(rows: Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

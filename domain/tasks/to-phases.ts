import type { phases } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TaskPhase } from "#lib/contract/task.ts";
import { findTaskType } from "#task-types/schemas.ts";

type PhaseRow = typeof phases.$inferSelect;

/** The phases of the task's present round in their order, those that wait included. */
export function toPhases(task: Pick<TaskRow, "taskType" | "round">, rows: PhaseRow[]): TaskPhase[] {
  const declared = findTaskType(task.taskType)?.phases ?? [];
  return declared.map(({ name, label }) => {
    const row = rows.find((candidate) => candidate.name === name && candidate.round === task.round);
    if (!row) return { ...waiting, name, label, round: task.round };
    const { status, round, model, inputTokens, outputTokens, costUsd, seconds, output, error } = row;
    const { startedAt, finishedAt } = row;
    return {
      ...{ name, label, status, round, model, inputTokens, outputTokens, costUsd, seconds, output, error },
      ...{ startedAt, finishedAt },
    };
  });
}

/** What each phase has cost over all rounds; one run of unknown price makes the sum unknown. */
export function costByPhase(rows: PhaseRow[]): Record<string, number | null> {
  const costs: Record<string, number | null> = {};
  for (const { name, status, costUsd } of rows) {
    if (status === "reused" || (status === "running" && costUsd === 0)) continue;
    const before = Object.hasOwn(costs, name) ? costs[name] : 0;
    costs[name] = before === null || before === undefined || costUsd === null ? null : before + costUsd;
  }
  return costs;
}

const waiting = {
  status: "waiting",
  model: null,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: null,
  seconds: null,
  output: null,
  error: null,
  startedAt: null,
  finishedAt: null,
} as const;

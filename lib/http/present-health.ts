import type { z } from "zod";
import type { healthSchema } from "#lib/contract/health.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { json } from "#lib/http/route.ts";
import { version } from "#lib/version.ts";

type Health = {
  healthy: boolean;
  failing: string[];
  checks: { database: boolean; worker: boolean };
  counts: Partial<Record<TaskStatus, number>> | null;
};

/** The reference's health answer: 503 naming the failing part when something is away. */
export function presentHealth({ healthy, failing, checks, counts }: Health): Response {
  const body: z.output<typeof healthSchema> = {
    status: healthy ? "healthy" : "unhealthy",
    timestamp: new Date().toISOString(),
    version,
    uptime: Math.round(process.uptime()),
    checks,
    failing,
    ...(counts && {
      active_tasks: sum(counts, "running"),
      pending_tasks: sum(counts, "pending"),
      completed_tasks: sum(counts, "completed"),
      failed_tasks: sum(counts, "failed"),
    }),
  };
  return json(body, { status: healthy ? 200 : 503 });
}

/** What the inference profile calls by this word; tasks that wait for a person count as running there. */
function sum(counts: Partial<Record<TaskStatus, number>>, word: string): number {
  const statuses = Object.entries(statusWords.inference).filter(([, presented]) => presented === word);
  return statuses.reduce((total, [status]) => total + (counts[status as TaskStatus] ?? 0), 0);
}

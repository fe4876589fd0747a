import type { Database } from "#db/client.ts";
import { removeUnusedFile } from "#domain/artifacts/remove-unused-file.ts";
import { removeUnusedUploads } from "#domain/artifacts/remove-unused-uploads.ts";
import { AuditSealer } from "#domain/audit/seal-audit.ts";
import { releaseHeldTasks } from "#domain/budgets/release-held.ts";
import { deliverOutbox, type OutboxHandlers } from "#domain/outbox/deliver-outbox.ts";
import { publishDueTasks } from "#domain/publications/publish-due-tasks.ts";
import { wakeSnoozedTasks } from "#domain/tasks/wake-snoozed.ts";
import { foldTaskCounts } from "#domain/work/fold-task-counts.ts";
import { reenqueueLostTasks } from "#domain/work/reenqueue-lost.ts";
import { removeExpired } from "#domain/work/remove-expired.ts";
import { rescueTasks } from "#domain/work/rescue-tasks.ts";
import { log } from "#lib/log.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import { every } from "#worker/every.ts";

export type HousekeepingTimes = {
  rescueEveryMs: number;
  /** A worker that was not heard for this long has lost its leases. */
  silentAfterMs: number;
  reconcileEveryMs: number;
};

export const defaultHousekeepingTimes: HousekeepingTimes = {
  rescueEveryMs: 2_000,
  silentAfterMs: 10_000,
  reconcileEveryMs: 10_000,
};

/**
 * What any worker does for all of them, each on its own; the database lets one at a time through where that matters.
 * @returns what stops it
 */
export function keepHouse(db: Database, store: ArtifactStore, times: HousekeepingTimes): () => Promise<void> {
  const sealer = new AuditSealer(db);
  const handlers: OutboxHandlers = {
    "artifact.remove": ({ payload }) => removeUnusedFile(db, store, payload.sha256),
  };
  const loops = [
    every(times.rescueEveryMs, "rescue of tasks", async () => {
      const rescued = await rescueTasks(db, times.silentAfterMs);
      if (rescued > 0) log.warn({ tasks: rescued }, "Took tasks back from workers that went silent.");
    }),
    every(times.reconcileEveryMs, "reconciliation of the queue", async () => {
      const lost = await reenqueueLostTasks(db);
      if (lost > 0) log.warn({ tasks: lost }, "Sent tasks again that the queue had lost.");
    }),
    every(1_000, "outbox", async () => {
      const { failed } = await deliverOutbox(db, handlers);
      for (const effect of failed) log.error(effect, "An effect could not be carried out; it is tried again.");
    }),
    every(1_000, "audit seal", () => sealer.seal()),
    every(1_000, "scheduled publishing", () => publishDueTasks(db)),
    every(1_000, "end of snoozes", () => wakeSnoozedTasks(db)),
    every(5_000, "release of held tasks", async () => {
      const released = await releaseHeldTasks(db);
      if (released > 0) log.info({ tasks: released }, "Let held tasks go on.");
    }),
    every(5_000, "counters", () => foldTaskCounts(db)),
    every(10 * 60_000, "removal of what expired", () => removeExpired(db)),
    every(10 * 60_000, "removal of unused uploads", () => removeUnusedUploads(db)),
  ];
  return async () => {
    await Promise.all(loops.map((stop) => stop()));
  };
}

import type { Database } from "#db/client.ts";
import { removeUnusedFile } from "#domain/artifacts/remove-unused-file.ts";
import { removeUnusedUploads } from "#domain/artifacts/remove-unused-uploads.ts";
import { AuditSealer } from "#domain/audit/seal-audit.ts";
import { releaseHeldTasks } from "#domain/budgets/release-held.ts";
import { queueDigests } from "#domain/mail/queue-digests.ts";
import { sendMailEffect } from "#domain/mail/send-mail-effect.ts";
import { tellDue } from "#domain/notifications/tell-due.ts";
import { deliverOutbox, type OutboxHandlers } from "#domain/outbox/deliver-outbox.ts";
import { publishDueTasks } from "#domain/publications/publish-due-tasks.ts";
import { wakeSnoozedTasks } from "#domain/tasks/wake-snoozed.ts";
import { foldTaskCounts } from "#domain/work/fold-task-counts.ts";
import { reenqueueLostTasks } from "#domain/work/reenqueue-lost.ts";
import { removeExpired } from "#domain/work/remove-expired.ts";
import { rescueTasks } from "#domain/work/rescue-tasks.ts";
import { log } from "#lib/log.ts";
import { isMailSet } from "#lib/mail/transport.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import { every } from "#worker/every.ts";
import { Judge } from "#worker/judge.ts";

export type HousekeepingTimes = {
  rescueEveryMs: number;
  /** A worker that was not heard for this long has lost its leases. */
  silentAfterMs: number;
  reconcileEveryMs: number;
  /** A database that was away heard no heartbeat; this long after its return nobody is taken for silent. */
  blindForMs: number;
};

export const defaultHousekeepingTimes: HousekeepingTimes = {
  rescueEveryMs: 2_000,
  silentAfterMs: 10_000,
  reconcileEveryMs: 10_000,
  blindForMs: 5_000,
};

/**
 * What any worker does for all of them, each on its own; the database lets one at a time through where that matters.
 * @returns what stops it
 */
export function keepHouse(db: Database, store: ArtifactStore, times: HousekeepingTimes): () => Promise<void> {
  const sealer = new AuditSealer(db);
  const handlers: Partial<OutboxHandlers> = {
    "artifact.remove": ({ payload }) => removeUnusedFile(db, store, payload.sha256),
  };
  const judge = new Judge(times.blindForMs);
  const loops = [
    every(times.rescueEveryMs, "rescue of tasks", async () => {
      const rescued = await judge.decide(() => rescueTasks(db, times.silentAfterMs));
      if (rescued > 0) log.warn({ tasks: rescued }, "Took tasks back from workers that went silent.");
    }),
    every(times.reconcileEveryMs, "reconciliation of the queue", async () => {
      const lost = await reenqueueLostTasks(db);
      if (lost > 0) log.warn({ tasks: lost }, "Sent tasks again that the queue had lost.");
    }),
    every(1_000, "outbox", () => deliver(db, handlers)),
    // By themselves: a mail server that does not answer holds nothing else up. A worker without one leaves mails to others.
    ...(isMailSet()
      ? [
          every(1_000, "mails", () => deliver(db, { "mail.send": (effect) => sendMailEffect(db, effect) })),
          every(60_000, "digests", () => queueDigests(db)),
        ]
      : []),
    every(60_000, "due dates", () => tellDue(db)),
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

async function deliver(db: Database, handlers: Partial<OutboxHandlers>): Promise<void> {
  const { failed } = await deliverOutbox(db, handlers);
  for (const { givenUp, ...effect } of failed) {
    if (givenUp) log.error(effect, "An effect was refused for good, and given up.");
    else log.error(effect, "An effect could not be carried out; it is tried again.");
  }
}

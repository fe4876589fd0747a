import type { Database } from "#db/client.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { Ctx } from "#domain/context.ts";
import type { Lease } from "#domain/work/lease.ts";
import type { SavedPhase, Work } from "#domain/work/load-work.ts";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { GuardedClient } from "#lib/net/guarded-client.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import type { CommonRequest } from "#task-types/phase-run.ts";
import type { BookKeeper } from "#worker/book-keeper.ts";
import type { ModelRunner, ModelRunnerOptions } from "#worker/models/create-model-runner.ts";
import type { PhaseCollector } from "#worker/phase-collector.ts";

/** Both halves of a task type; null for a name that this worker does not know. */
export type FindTaskType = (name: string) => { taskType: TaskType; pipeline: Pipeline } | null;

/** What every run of this process shares. */
export type Workshop = {
  db: Database;
  workerId: string;
  findTaskType: FindTaskType;
  store: ArtifactStore;
  net: Pick<GuardedClient, "readPage" | "linkResolves" | "fetchBytes">;
  createModels: (options: ModelRunnerOptions) => ModelRunner;
  /** Milliseconds to wait after the given failed attempt, from 1. */
  backoffMs: (attempt: number) => number;
  /** Whether this process is about to end: a run hands its task back after the phase it is in. */
  isDraining: () => boolean;
};

/** One attempt at one task. */
export type TaskRun = {
  workshop: Workshop;
  ctx: Ctx;
  lease: Lease;
  task: TaskRow;
  taskType: TaskType;
  pipeline: Pipeline;
  request: JsonObject;
  common: CommonRequest;
  previous: Work["previous"];
  earlier: Work["earlier"];
  models: ModelRunner;
  /** Takes what the models and the phase report; one for each phase. */
  collector: PhaseCollector;
  bookKeeper: BookKeeper;
  saved: SavedPhase[];
  outputs: Record<string, Json>;
  /** Aborts with the reason that ends the attempt. */
  controller: AbortController;
};

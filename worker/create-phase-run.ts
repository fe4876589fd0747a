import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { withLease } from "#domain/work/lease.ts";
import { readTaskResult } from "#domain/work/read-task-result.ts";
import type { NewArtifact, PhaseRun } from "#task-types/define-pipeline.ts";
import { fetchFile, readUpload } from "#worker/read-files.ts";
import type { TaskRun } from "#worker/task-run.ts";

/** The world as one phase sees it: everything it reaches is counted, cancelled with the attempt, and behind the lease. */
export function createPhaseRun(run: TaskRun, phase: string, progress: PhaseRun["progress"]): PhaseRun {
  const { workshop, models, collector, controller, task } = run;
  const { signal } = controller;
  return {
    taskId: task.id,
    request: run.request,
    common: run.common,
    feedback: task.feedback,
    previous: run.previous,
    outputs: { ...run.outputs },
    signal,
    generate: (call) => models.generate(phase, call),
    writeText: (call) => models.writeText(phase, call),
    drawImage: (call) => models.drawImage(phase, call),
    storeArtifact: async (artifact) => `artifact:${await keep(run, phase, artifact)}`,
    fetchPage: (url) => workshop.net.readPage(url, signal),
    fetchFile: (address, accept) => fetchFile(run, address, accept),
    readUpload: (id) => readUpload(run, id),
    readTaskResult: (ref) => readTaskResult(run.ctx, ref),
    linkResolves: (url) => workshop.net.linkResolves(url, signal),
    progress,
    warn: (warning) => collector.warn(warning),
    degrade: (reason) => collector.degrade(reason),
  };
}

/** Marked with its phase, so that a later run of the phase clears away what an interrupted one left. */
async function keep(run: TaskRun, phase: string, artifact: NewArtifact): Promise<string> {
  const { ctx, lease, task, workshop } = run;
  const stored = await storeArtifact(
    ctx,
    workshop.store,
    { ...artifact, taskUid: task.uid, metadata: { phase, round: task.round } },
    (work) => withLease(ctx, lease, work),
  );
  return stored.id;
}

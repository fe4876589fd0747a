import { readTaskResult } from "#domain/work/read-task-result.ts";
import { blockIndexes } from "#task-types/blocks/block-plan.ts";
import type { NewArtifact, PhaseRun } from "#task-types/phase-run.ts";
import { drawOnce, keepOnce, store } from "#worker/keep-once.ts";
import type { ProgressReporter } from "#worker/progress-reporter.ts";
import { fetchFile, readOwnArtifact, readUpload } from "#worker/read-files.ts";
import { showWriting } from "#worker/show-writing.ts";
import type { TaskRun } from "#worker/task-run.ts";
import { untilDatabaseIsBack } from "#worker/until-database-is-back.ts";

/** The world as one phase sees it: everything it reaches is counted, cancelled with the attempt, and behind the lease. */
export function createPhaseRun(run: TaskRun, phase: string, progress: ProgressReporter["report"]): PhaseRun {
  const { workshop, models, collector, controller, task } = run;
  const { signal } = controller;
  const label = run.taskType.phases.find(({ name }) => name === phase)?.label ?? phase;
  return {
    taskId: task.id,
    request: run.request,
    common: run.common,
    feedback: task.feedback,
    previous: run.previous,
    blocks: task.blocks && blockIndexes(task.blocks),
    blockNames: task.blocks,
    earlier: run.earlier,
    outputs: { ...run.outputs },
    signal,
    generate: (call) => models.generate(phase, call, showWriting(label, progress, call.expectedWords)),
    writeText: (call) => models.writeText(phase, call, showWriting(label, progress)),
    drawPicture: (call, file) => drawOnce(run, phase, call, file),
    speak: (call) => models.speak(phase, call),
    storeArtifact: async (artifact) => `artifact:${await keep(run, phase, artifact)}`,
    keepArtifact: async (key, make) => `artifact:${(await keepOnce(run, phase, key, make)).id}`,
    readArtifact: (reference) => readOwnArtifact(run, reference),
    fetchPage: (url) => workshop.net.readPage(url, signal),
    fetchFile: (address, accept) => fetchFile(run, address, accept),
    readUpload: (id) => readUpload(run, id),
    readTaskResult: (ref) => untilDatabaseIsBack(signal, () => readTaskResult(run.ctx, ref)),
    linkResolves: (url) => workshop.net.linkResolves(url, signal),
    progress,
    warn: (warning) => collector.warn(warning),
    degrade: (reason) => collector.degrade(reason),
  };
}

/** Marked with its phase, so that a later run of the phase clears away what an interrupted one left. */
async function keep(run: TaskRun, phase: string, artifact: NewArtifact): Promise<string> {
  return (await store(run, artifact, { phase, round: run.task.round })).id;
}

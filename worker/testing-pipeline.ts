import { readNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { blockIndexes } from "#task-types/blocks/block-plan.ts";
import { phasesFor } from "#task-types/define-task-type.ts";
import type {
  ArtifactReference,
  DrawnPicture,
  FetchedFile,
  NewArtifact,
  PhaseRun,
  TextCall,
} from "#task-types/phase-run.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { createModelRunner, type ModelRunner } from "#worker/models/create-model-runner.ts";

export type PipelineOutcome = {
  content: string | null;
  result: JsonObject;
  qualityScore: number | null;
  /** Every file that was stored, under the reference that the result names it by. */
  files: Map<string, NewArtifact>;
  warnings: string[];
  degraded: string[];
  outputs: Record<string, unknown>;
};

/** What `keepArtifact` and `drawPicture` keep. */
export type Kept = Map<string, ArtifactReference | DrawnPicture>;

export type PipelineWorld = {
  models?: Partial<ModelRunner>;
  /** Answers some calls of text models; null leaves one to the models. */
  answer?: (call: TextCall<unknown>) => JsonObject | null;
  /** What lies behind addresses. */
  files?: Record<string, FetchedFile | Error>;
  taskResults?: Record<string, { taskType: string; result: JsonObject }>;
  feedback?: string;
  previous?: PhaseRun["previous"];
  /** Names of the blocks that the round may change. */
  blocks?: string[];
  earlier?: PhaseRun["earlier"];
  /** Of phases that are taken over and not run. */
  outputs?: PhaseRun["outputs"];
  signal?: AbortSignal;
  /** To be given to a second run. */
  kept?: Kept;
  /** The files behind it. */
  stored?: Map<string, NewArtifact>;
};

/**
 * Makes a task's result in this process, from a request as a client would send it, with the built-in models and without
 * a network.
 */
export async function runPipeline(body: JsonObject, world: PipelineWorld = {}): Promise<PipelineOutcome> {
  const { taskType, common, request } = readNewTask(body);
  const pipeline = pipelines[taskType.name as keyof typeof pipelines];
  const generating = {
    language: common.language,
    sourceMaterial: common.source_material ?? null,
    referenceUrls: common.reference_urls,
    parameters: common.parameters,
    qualityPreference: common.quality_preference,
  };
  const files = world.stored ?? new Map<string, NewArtifact>();
  const kept = world.kept ?? (new Map() as Kept);
  const warnings = new Set<string>();
  const degraded = new Set<string>();
  const outputs: PhaseRun["outputs"] = {};
  const signal = world.signal ?? new AbortController().signal;
  const models = createModelRunner({
    settings: { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} },
    request: {
      modelName: common.model_name ?? null,
      modelsByPhase: common.models_by_phase ?? {},
      qualityPreference: common.quality_preference,
    },
    idempotencyScope: "test",
    signal,
    phases: phasesFor(taskType, request ?? {}, common),
    onUsage: () => {},
    onDegraded: (reason) => degraded.add(reason),
    environment: {},
  });
  const { generate, writeText, drawImage, speak } = { ...models, ...world.models };
  const read = async (address: string): Promise<FetchedFile> => {
    const file = world.files?.[address];
    if (!file || file instanceof Error) throw file ?? new Error("it cannot be reached (ENOTFOUND)");
    return file;
  };
  const store = (artifact: NewArtifact): ArtifactReference => {
    const reference = `artifact:00000000-0000-7000-8000-${String(files.size).padStart(12, "0")}` as const;
    files.set(reference, artifact);
    return reference;
  };
  for (const phase of taskType.phases) {
    const isKept = world.blocks !== undefined && taskType.blocks?.keeps.includes(phase.name);
    const taken = world.outputs?.[phase.name] ?? (isKept ? world.earlier?.[phase.name] : undefined);
    if (taken !== undefined) {
      outputs[phase.name] = taken;
      continue;
    }
    const work = pipeline.phases[phase.name];
    if (!work) throw new Error(`no phase ${phase.name}`);
    const output = await work({
      taskId: common.task_id ?? "test-task",
      request: request ?? {},
      common: generating,
      feedback: world.feedback ?? null,
      previous: world.previous ?? null,
      blocks: world.blocks ? blockIndexes(world.blocks) : null,
      blockNames: world.blocks ?? null,
      earlier: world.earlier ?? {},
      outputs,
      signal,
      generate: async (call) => {
        const answer = world.answer?.(call as TextCall<unknown>);
        return answer ? call.output.parse(answer) : generate(phase.name, call);
      },
      writeText: (call) => writeText(phase.name, call),
      drawPicture: async (call, file) => {
        const id = `${phase.name} ${JSON.stringify([call, world.feedback])}`;
        const known = kept.get(id);
        if (known && typeof known === "object") return known;
        const { bytes, contentType, ...said } = await drawImage(phase.name, call);
        const { width, height } = said;
        const drawn = { ...said, file: store({ ...file, contentType, bytes, width, height }) };
        kept.set(id, drawn);
        return drawn;
      },
      speak: (call) => speak(phase.name, call),
      storeArtifact: async (artifact) => store(artifact),
      keepArtifact: async (key, make) => {
        const id = `${phase.name} ${key}`;
        const known = kept.get(id);
        if (typeof known === "string") return known;
        const reference = store(await make());
        kept.set(id, reference);
        return reference;
      },
      readArtifact: async (reference) => {
        const file = files.get(reference);
        if (!file) throw new Error("the task has no such file");
        return { ...file, charset: "utf-8" };
      },
      fetchPage: async (url) => {
        const { bytes, name } = await read(url);
        return { url, title: name, text: new TextDecoder().decode(bytes) };
      },
      fetchFile: read,
      readUpload: read,
      readTaskResult: async (id) => world.taskResults?.[id] ?? null,
      linkResolves: async () => true,
      progress: () => {},
      warn: (warning) => warnings.add(warning),
      degrade: (reason) => degraded.add(reason),
    });
    // As the database would give it back.
    outputs[phase.name] = JSON.parse(JSON.stringify(output));
  }
  const finished = pipeline.finish(outputs, { request: request ?? {}, common: generating });
  return {
    ...finished,
    result: taskType.result.parse(finished.result) as JsonObject,
    files,
    warnings: [...warnings],
    degraded: [...degraded],
    outputs,
  };
}

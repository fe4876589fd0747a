import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { ImageCall, NewArtifact, TextCall } from "#task-types/phase-run.ts";
import { blogPostPipeline } from "./pipeline.ts";
import { blogPost } from "./schema.ts";
import type { BlogPostRun } from "./state.ts";

export type Script = {
  /** Answers by job; a list is used up one by one, its last one stays. */
  answers: Record<string, JsonObject | JsonObject[] | ((call: TextCall<unknown>) => JsonObject)>;
  request?: JsonObject;
  common?: Partial<BlogPostRun["common"]>;
  feedback?: string;
  previous?: BlogPostRun["previous"];
  blocks?: number[];
  fetchPage?: BlogPostRun["fetchPage"];
  linkResolves?: BlogPostRun["linkResolves"];
};

/** Runs every phase in order with a model that answers as scripted, and keeps what it was asked. */
export async function runScripted(script: Script) {
  const request = blogPost.request.parse({ topic: "How tides shape estuaries", target_length: 200, ...script.request });
  const common = {
    language: "English",
    sourceMaterial: null,
    referenceUrls: [],
    parameters: {},
    qualityPreference: "balanced" as const,
    ...script.common,
  };
  const calls: TextCall<unknown>[] = [];
  const images: ImageCall[] = [];
  const artifacts: NewArtifact[] = [];
  const warnings: string[] = [];
  const degraded: string[] = [];
  const outputs: Record<string, Json> = {};
  const used = new Map<string, number>();
  const noPage = () => Promise.reject(new Error("the test has no page"));
  const run: BlogPostRun = {
    request,
    common,
    feedback: script.feedback ?? null,
    previous: script.previous ?? null,
    blocks: script.blocks ?? null,
    outputs,
    signal: new AbortController().signal,
    generate: async (call) => {
      calls.push(call as TextCall<unknown>);
      const scripted = script.answers[call.job];
      const turn = used.get(call.job) ?? 0;
      used.set(call.job, turn + 1);
      const answer =
        typeof scripted === "function"
          ? scripted(call as TextCall<unknown>)
          : Array.isArray(scripted)
            ? (scripted[turn] ?? scripted.at(-1))
            : scripted;
      return call.output.parse(answer);
    },
    drawPicture: async (call, file) => {
      images.push(call);
      const { width, height } = call;
      artifacts.push({ ...file, contentType: "image/png", bytes: new Uint8Array([1]), width, height });
      const said = { credit: null, alt: null, svg: null, modelId: "test/image" };
      return { file: `artifact:${artifacts.length}`, width, height, ...said };
    },
    storeArtifact: async (artifact) => {
      artifacts.push(artifact);
      return `artifact:${artifacts.length}`;
    },
    fetchPage: script.fetchPage ?? noPage,
    linkResolves: script.linkResolves ?? (async () => true),
    progress: () => undefined,
    warn: (warning) => warnings.push(warning),
    degrade: (reason) => degraded.push(reason),
  };
  for (const { name } of blogPost.phases) {
    // The registry's type knows no request; this run has the one that the schema parsed.
    const phase = blogPostPipeline.phases[name] as unknown as (run: BlogPostRun) => Promise<Json>;
    // Through JSON, as the store keeps it.
    outputs[name] = JSON.parse(JSON.stringify(await phase(run)));
  }
  const finished = blogPostPipeline.finish(outputs, { request, common });
  const result = blogPost.result.parse(finished.result);
  return { ...finished, result, calls, images, artifacts, warnings, degraded, outputs };
}

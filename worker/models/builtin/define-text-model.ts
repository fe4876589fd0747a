import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import type { JsonObject } from "#lib/contract/json.ts";
import { readJob } from "./read-job.ts";

/** Words as they come, for jobs that do not answer with JSON. */
export class PlainAnswer {
  readonly text: string;
  /** Why this is less than what was asked for; null when it is not. */
  readonly shortcoming: string | null;

  constructor(text: string, shortcoming: string | null) {
    this.text = text;
    this.shortcoming = shortcoming;
  }
}

type Output = JsonObject | PlainAnswer;
/** What a job may need besides its input. */
type JobExtras = { image: Uint8Array | null; signal: AbortSignal | undefined };
export type BuiltinJob = (input: JsonObject, extras: JobExtras) => Output | Promise<Output>;

/** Nobody counts or bills tokens for what runs here. */
const noUsage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/**
 * A text model in this process. It does not read the prompt: `providerOptions.builtin` carries `{job, input}`, the same
 * wish as data, and the answer is that job's JSON.
 */
export function defineTextModel(modelId: string, jobs: Record<string, BuiltinJob>): LanguageModelV4 {
  const answer = async (options: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> => {
    const { job, input } = readJob(modelId, options.providerOptions);
    const work = Object.hasOwn(jobs, job) ? jobs[job] : undefined;
    if (!work) throw new Error(`builtin/${modelId} does not know the work “${job}”`);
    options.abortSignal?.throwIfAborted();
    const output = await work(input, { image: imageIn(options), signal: options.abortSignal });
    options.abortSignal?.throwIfAborted();
    const plain = output instanceof PlainAnswer ? output : null;
    return {
      content: [{ type: "text", text: plain?.text ?? JSON.stringify(output) }],
      ...(plain?.shortcoming ? { providerMetadata: { builtin: { shortcoming: plain.shortcoming } } } : {}),
      finishReason: { unified: "stop", raw: undefined },
      usage: noUsage,
      warnings: [],
    };
  };
  return {
    specificationVersion: "v4",
    provider: "builtin",
    modelId,
    supportedUrls: {},
    doGenerate: answer,
    doStream: async (options) => {
      const { content, finishReason, usage, warnings, providerMetadata } = await answer(options);
      const [part] = content;
      return {
        stream: new ReadableStream({
          start(controller) {
            controller.enqueue({ type: "stream-start", warnings });
            controller.enqueue({ type: "text-start", id: "0" });
            controller.enqueue({ type: "text-delta", id: "0", delta: part?.type === "text" ? part.text : "" });
            controller.enqueue({ type: "text-end", id: "0" });
            controller.enqueue({ type: "finish", finishReason, usage, providerMetadata });
            controller.close();
          },
        }),
      };
    },
  };
}

/** The picture that the call is about; null where there is none. */
function imageIn({ prompt }: LanguageModelV4CallOptions): Uint8Array | null {
  const parts = prompt.flatMap((message) => (message.role === "user" ? message.content : []));
  for (const part of parts) {
    if (part.type !== "file" || part.data.type !== "data") continue;
    const { data } = part.data;
    return typeof data === "string" ? new Uint8Array(Buffer.from(data, "base64")) : new Uint8Array(data);
  }
  return null;
}

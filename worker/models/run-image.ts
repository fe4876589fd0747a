import { generateImage, type ImageModel } from "ai";
import sharp from "sharp";
import * as z from "zod";
import type { ModelChoice } from "#lib/models/model-settings.ts";
import { type Consumption, isWide } from "#lib/models/price.ts";
import type { GeneratedImage, ImageCall } from "#task-types/phase-run.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type ImageRun = {
  modelId: string;
  model: ImageModel;
  call: ImageCall;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  quality: ModelChoice["qualityPreference"];
  onUsed: (used: Consumption) => unknown;
  /** What the model says it could not do as asked. */
  onDegraded: (reason: string) => void;
};

const noteSchema = z.object({
  credit: z.string().nullish(),
  alt: z.string().nullish(),
  svg: z.string().nullish(),
  degraded: z.array(z.string()).nullish(),
});

/** One picture as a PNG of exactly the size that was asked for, cropped where the model has its own sizes. */
export async function runImage(run: ImageRun): Promise<GeneratedImage> {
  const { call, model, modelId, policy, quality, signal } = run;
  const answer = await withRetries(policy, signal, (attemptSignal) =>
    generateImage({
      model,
      prompt: call.prompt,
      n: 1,
      seed: call.seed,
      ...shapeFor(modelId, call),
      maxRetries: 0,
      abortSignal: attemptSignal,
      headers: run.headers(call.prompt),
      providerOptions: {
        builtin: { job: call.job, input: call.input },
        pexels: { input: call.input },
        openai: openaiQuality(modelId, quality),
      },
    }),
  );
  const { inputTokens = 0, outputTokens = 0 } = answer.usage;
  await run.onUsed({ inputTokens, outputTokens, images: 1, isWide: isWide(call.width, call.height), quality });
  const { data, info } = await sharp(answer.image.uint8Array)
    .resize(call.width, call.height, { fit: "cover", position: "attention" })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  const note = noteSchema.safeParse(Object.values(answer.providerMetadata)[0]?.images[0]).data;
  for (const reason of note?.degraded ?? []) run.onDegraded(reason);
  return {
    bytes: new Uint8Array(data),
    contentType: "image/png",
    width: info.width,
    height: info.height,
    credit: note?.credit ?? null,
    alt: note?.alt ?? null,
    svg: note?.svg ?? null,
    modelId,
  };
}

type Shape = { size?: `${number}x${number}`; aspectRatio?: `${number}:${number}` };

/** Providers differ in which sizes they draw; the nearest one in shape is asked for and cropped. */
function shapeFor(modelId: string, call: ImageCall): Shape {
  const { width, height } = call;
  const landscape = shapeOf(call) === "landscape";
  const portrait = shapeOf(call) === "portrait";
  if (modelId.startsWith("google/")) return { aspectRatio: landscape ? "16:9" : portrait ? "9:16" : "1:1" };
  if (/^openai\/gpt-image/.test(modelId)) {
    return { size: landscape ? "1536x1024" : portrait ? "1024x1536" : "1024x1024" };
  }
  if (/^openai\/dall-e-3/.test(modelId)) {
    return { size: landscape ? "1792x1024" : portrait ? "1024x1792" : "1024x1024" };
  }
  return { size: `${width}x${height}` };
}

function shapeOf({ width, height }: Pick<ImageCall, "width" | "height">): "landscape" | "portrait" | "square" {
  return isWide(width, height) ? (width > height ? "landscape" : "portrait") : "square";
}

/** Said outright: left to itself, the provider chooses what a picture costs. */
function openaiQuality(modelId: string, quality: ImageRun["quality"]): Record<string, string> {
  if (/^openai\/gpt-image/.test(modelId))
    return { quality: { fast: "low", balanced: "medium", quality: "high" }[quality] };
  if (/^openai\/dall-e-3/.test(modelId)) return { quality: quality === "quality" ? "hd" : "standard" };
  return {};
}

import { createHash } from "node:crypto";
import * as z from "zod";
import { feedbackOn } from "#task-types/blocks/feedback-on.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { imageGeneration, imageOptions } from "./schema.ts";

const outputSchema = imageGeneration.result;
const usualSide = 1024;

export const imageGenerationPipeline = definePipeline(imageGeneration, {
  phases: { generate },
  finish: (outputs) => ({ content: null, result: outputSchema.parse(outputs.generate), qualityScore: null }),
});

/** One picture after the other; those of an interrupted attempt are not drawn, or paid for, again. */
async function generate(
  run: PhaseRun<z.output<typeof imageGeneration.request>>,
): Promise<z.output<typeof outputSchema>> {
  const beside = z.object(imageOptions).parse(run.common.parameters);
  const { prompt, ...inside } = run.request.input_data;
  const options = { ...beside, ...inside };
  const { width = usualSide, height = usualSide, num_images: count = 1, negative_prompt: negative = "" } = options;
  const first = options.seed ?? seedOf(run.taskId);
  const images: z.output<typeof outputSchema>["images"] = [];
  const before = run.blocks ? outputSchema.shape.images.parse(run.previous?.result.images) : [];
  for (let index = 0; index < count; index++) {
    const kept = before[index];
    if (kept && !run.blocks?.includes(index)) {
      images.push(kept);
      continue;
    }
    // Sent back, the same words and the same seed are to give another picture.
    const seed = kept ? seedOf(`${first} ${index} ${kept.url}`) : (first + index) % 2 ** 31;
    const wanted = withFeedback(prompt, kept ? wishFor(run, index) : run.feedback);
    const call = {
      job: "picture",
      input: { prompt: wanted, negative, seed, language: run.common.language },
      prompt: promptFor(wanted, negative),
      width,
      height,
      seed,
    };
    const name = count === 1 ? "image.png" : `image-${index + 1}.png`;
    const { file: url } = await run.drawPicture(call, { name, role: "image" });
    images.push({ url, width, height });
    run.progress((index + 1) / count, `Drew ${index + 1} of ${count}`);
  }
  return { images };
}

/** Remarks are on "Image 2": they say nothing of the others. */
function wishFor({ feedback, blocks }: Pick<PhaseRun, "feedback" | "blocks">, place: number): string {
  const nameOf = (index: number) => [`Image ${index + 1}`];
  return feedbackOn(feedback ?? "", nameOf(place), (blocks ?? []).map(nameOf));
}

/** The same for every attempt at a task, another for another task. */
function seedOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32LE(0) % 2 ** 31;
}

function withFeedback(prompt: string, feedback: string | null): string {
  return feedback ? `${prompt}. ${feedback}` : prompt;
}

/** Most models of today take what to leave out as words of the prompt. */
function promptFor(prompt: string, negative: string): string {
  return negative ? `${prompt}\n\nLeave out: ${negative}` : prompt;
}

import type * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { followContent } from "#task-types/follow-content.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { textGeneration, textParametersSchema } from "./schema.ts";

type Run = PhaseRun<z.output<typeof textGeneration.request>>;

/** Tokens, where max_length does not say. */
const usualLength = 1000;

/** A model's answer to a prompt, as it comes. */
export const textGenerationPipeline = definePipeline(textGeneration, {
  phases: {
    generate: async (run) => {
      const parameters = textParametersSchema.parse(run.common.parameters);
      const { max_length = usualLength, temperature, top_p, do_sample, seed } = parameters;
      const stop = typeof parameters.stop === "string" ? [parameters.stop] : parameters.stop;
      const prompt = promptOf(run);
      const startedAt = performance.now();
      const answer = await run.writeText({
        job: "text.generate",
        input: { prompt, language: run.common.language, maxTokens: max_length },
        prompt,
        // Without sampling the likeliest word is taken each time.
        temperature: do_sample === false ? 0 : temperature,
        topP: do_sample === false ? undefined : top_p,
        maxTokens: max_length,
        seed,
        stop,
      });
      if (answer.shortcoming) run.degrade(answer.shortcoming);
      const text = cutAt(answer.text, stop ?? []);
      return {
        generated_text: text,
        tokens_generated: answer.tokens > 0 ? answer.tokens : countTokens(text),
        inference_time: Math.round(performance.now() - startedAt) / 1000,
      };
    },
  },

  retypeset: followContent("generated_text"),

  finish: (outputs) => {
    const result = textGeneration.result.parse(outputs.generate);
    return { content: result.generated_text, result, qualityScore: null };
  },
});

function promptOf({ request, common, feedback }: Run): string {
  const parts = [request.input_data.prompt, common.sourceMaterial ?? ""];
  if (feedback) parts.push(`A reviewer sent the last answer back with these words: ${feedback}`);
  return parts.filter(Boolean).join("\n\n");
}

/** Some servers do not know stop words. What would leave nothing is no stop. */
function cutAt(text: string, stop: readonly string[]): string {
  const ends = stop.map((word) => text.indexOf(word)).filter((index) => index > 0);
  return ends.length > 0 ? text.slice(0, Math.min(...ends)).trimEnd() : text;
}

/** Words and marks: nearer to what models count than letters are. */
function countTokens(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
}

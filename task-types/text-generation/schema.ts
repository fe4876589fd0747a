import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { titleFrom } from "#task-types/title-from.ts";

/** Those of `parameters` that have a meaning here; others are kept and passed over. */
export const textParametersSchema = z.looseObject({
  max_length: z.int().min(1).max(32_000).optional().meta({ description: "The most tokens that may be generated." }),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().gt(0).max(1).optional(),
  do_sample: z.boolean().optional().meta({ description: "False takes the likeliest word each time." }),
  seed: z
    .int()
    .min(0)
    .max(2 ** 53 - 1)
    .optional(),
  stop: z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(8)]).optional(),
});

export const textGeneration = defineTaskType({
  name: "text_generation",
  label: "Text generation",
  description: "A model's answer to a prompt.",
  request: z.strictObject({
    input_data: z
      .strictObject({ prompt: z.string().trim().min(1).max(200_000).meta({ title: "Prompt" }) })
      .meta({ title: "Input" }),
  }),
  narrows: z.object({
    model_name: z.string({ error: "is required" }).min(1).max(200).meta({ title: "Model" }),
    parameters: textParametersSchema.default({}).meta({ title: "Parameters" }),
  }),
  result: z.object({
    generated_text: z.string(),
    tokens_generated: z.int(),
    /** Seconds. */
    inference_time: z.number(),
  }),
  phases: [{ name: "generate", label: "Generating", model: "text" }],
  workload: ({ common }) => {
    const tokens = textParametersSchema.safeParse(common.parameters).data?.max_length ?? 1000;
    return { generate: { words: Math.ceil(tokens / 1.4) } };
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => titleFrom(request.input_data.prompt),
  example: {
    model_name: "builtin/writer",
    input_data: {
      prompt:
        "Summarise in two sentences: The harbour council met on 4 May. It decided to lengthen the north jetty by 60 metres, which makes room for 42 boats. Work begins in September and costs 380,000 euros. Until then boats may moor at the fish quay for half the price. A petition for a second crane, signed by 210 people, was put off to the autumn meeting.",
    },
    parameters: { max_length: 100, temperature: 0.8, do_sample: true },
  },
});

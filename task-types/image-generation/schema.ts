import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { titleFrom } from "#task-types/title-from.ts";

/** May stand in `input_data` or in `parameters`. */
export const imageOptions = {
  negative_prompt: z.string().max(2000).optional().meta({ title: "What to leave out" }),
  width: z.int().min(64).max(2048).optional().meta({ title: "Width", description: "Pixels; 1024 when left out." }),
  height: z.int().min(64).max(2048).optional().meta({ title: "Height", description: "Pixels; 1024 when left out." }),
  num_images: z.int().min(1).max(10).optional().meta({ title: "Pictures", description: "1 when left out." }),
  seed: z
    .int()
    .min(0)
    .max(2 ** 53 - 1)
    .optional()
    .meta({ title: "Seed" }),
};

export const imageGeneration = defineTaskType({
  name: "image_generation",
  label: "Image generation",
  description: "Pictures from a description, as PNG.",
  request: z.strictObject({
    input_data: z
      .strictObject({ prompt: z.string().trim().min(1).max(4000).meta({ title: "Prompt" }), ...imageOptions })
      .meta({ title: "Input" }),
  }),
  narrows: z.object({
    model_name: z.string({ error: "is required" }).min(1).max(200).meta({ title: "Model" }),
    parameters: z.looseObject(imageOptions).default({}).meta({ title: "Parameters" }),
  }),
  refine: ({ request, common }) =>
    (Object.keys(imageOptions) as (keyof typeof imageOptions)[]).flatMap((name) => {
      const inside = request.input_data[name];
      const beside = common.parameters[name];
      if (inside === undefined || beside === undefined || inside === beside) return [];
      return [{ path: `parameters.${name}`, message: `differs from input_data.${name}; keep one` }];
    }),
  result: z.object({
    images: z.array(z.object({ url: z.string(), width: z.int(), height: z.int() })).min(1),
  }),
  phases: [{ name: "generate", label: "Drawing", model: "image" }],
  workload: ({ request, common }) => {
    const beside = z.object(imageOptions).safeParse(common.parameters).data;
    const { num_images: images = 1, width = 1024, height = 1024 } = { ...beside, ...request.input_data };
    return { generate: { images, width, height } };
  },
  blocks: {
    list: "images",
    noun: ["image", "images"],
    from: ["generate"],
    keeps: [],
    derived: [],
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => titleFrom(request.input_data.prompt),
  example: {
    model_name: "builtin/painter",
    input_data: { prompt: "A lighthouse on a cliff at dawn", width: 1024, height: 768, num_images: 1, seed: 7 },
  },
});

import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { fileAddressSchema } from "#task-types/file-address.ts";

const modes = ["ocr", "caption"] as const;

export const imageToText = defineTaskType({
  name: "image_to_text",
  label: "Image to text",
  description: "The words that a picture holds, with their places; or, with a vision model, what it shows.",
  request: z.strictObject({
    input_data: z
      .strictObject({
        image_url: fileAddressSchema.optional().meta({ title: "Address of the picture" }),
        image_base64: z
          .string()
          .max(3_500_000)
          .regex(/^(data:image\/[a-z.+-]+;base64,)?[A-Za-z0-9+/\s]+={0,2}\s*$/, "must be base64")
          .optional()
          .meta({ title: "Picture as base64" }),
        upload: z.uuid().optional().meta({ title: "Uploaded picture" }),
        mode: z.enum(modes).optional().meta({ title: "Mode", description: "ocr when left out." }),
      })
      .refine(
        ({ image_url, image_base64, upload }) =>
          [image_url, image_base64, upload].filter((given) => given !== undefined).length === 1,
        "exactly one of image_url, image_base64 and upload must be given",
      )
      .meta({ title: "Input" }),
  }),
  narrows: z.object({
    model_name: z.string({ error: "is required" }).min(1).max(200).meta({ title: "Model" }),
    parameters: z
      .looseObject({ mode: z.enum(modes).optional() })
      .default({})
      .meta({ title: "Parameters" }),
  }),
  refine: ({ request, common }) => {
    const inside = request.input_data.mode;
    const beside = common.parameters.mode;
    if (inside === undefined || beside === undefined || inside === beside) return [];
    return [{ path: "parameters.mode", message: "differs from input_data.mode; keep one" }];
  },
  result: z.object({
    text: z.string(),
    mode: z.enum(modes),
    /** The picture as it was read, upright; null for results from before it was kept. */
    picture_url: z.string().nullable().default(null),
    /** 0–100, over all words; null for a caption, and where the model does not say. */
    confidence: z.number().min(0).max(100).nullable(),
    words: z.array(
      z.object({
        text: z.string(),
        confidence: z.number().min(0).max(100),
        /** Pixels from the top left corner. */
        box: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
      }),
    ),
  }),
  // What a picture shows is for models that see; the built-in reader knows letters.
  beyondBuiltin: ({ request, common }) =>
    (request.input_data.mode ?? common.parameters.mode) === "caption" ? ["generate"] : [],
  phases: [{ name: "generate", label: "Reading", model: "vision" }],
  workload: () => ({ generate: { words: 200 } }),
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  addresses: ({ input_data }) =>
    input_data.image_url ? [{ path: "input_data.image_url", url: input_data.image_url }] : [],
  title: (request) => request.input_data.image_url ?? "Given picture",
  example: {
    model_name: "builtin/reader",
    input_data: {
      // "Pier 7 opens at noon", in black on white.
      image_base64:
        "iVBORw0KGgoAAAANSUhEUgAAAPoAAAAsAgMAAAAx5U2cAAAADFBMVEX///8QEBDExMRzc3O7Q1qLAAAACXBIWXMAAAsTAAALEwEAmpwYAAAB9UlEQVRIx+2Vv6ucQBDHR5eFZ4Klsb1GeARSbi/XB4Q4usW+i3+C8Di4Lktelf407f0ZKSX5F7xUV6RJn78gZEY9cz/yXiBCKr/FsjvLZ2acGRVg1qxZU/VjAhvhRuhhj2j+gc/dv/Je/DhvKzseRk8X8p/iJV3eEEsHkVxes++bnl+MxsUZ7y8Tgd/k94byLACUgRU2sC+91xlEGTnFospAvMnhOds34j6/5H3Uct/0eSLaO0w8NN4a7R4tSNTM32EcYeJgJtbk5pxXNpWb7gBCRzE+GFl89LRqDHmkS1pF5hfBe+MXlUhlccpHn5MQaq4CKHqE0isyaCOrvFIuNVXlGWyZ105ZQyub6CHxTvl36CY1hJJzqvkRnDKFrYLIK/w467rSMp84ZQs1lfsL7U77b9ykwrzj2543UCvED8RXK65fOvAHCBX4F/xPO/Lc/nP+FZUqetvHF3/mLXD+wDy3f8wfOH+IYgjsdsz/xXX+zIewkEP7vWKo3y3zOzKFcIx/rN8Vr+xXObTf4f4JI+OA+KUmU+im5IXjd/0LxDUv0TBPe3CP85NxfKSpUuvUyTp+mJ9rXmDJfMAGteL5dfeaeUWj6udbN+/4bn71Od/r5e+ta+Fwy1PTHXa07Lr3izXan5aZ+D07TOSnxv80/1Jm/Qf9AsNdqf+1xnO2AAAAAElFTkSuQmCC",
    },
  },
});

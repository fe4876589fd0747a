import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { titleFrom } from "#task-types/title-from.ts";

const speechFormats = ["wav", "mp3", "ogg"] as const;

/** May stand in `input_data` or in `parameters`. */
export const speechOptions = {
  voice: z.string().trim().max(100).optional().meta({ title: "Voice" }),
  rate: z.number().min(0.5).max(2).optional().meta({ title: "Rate", description: "1 is the voice's usual speed." }),
  format: z.enum(speechFormats).optional().meta({ title: "Format", description: "wav (16-bit PCM) when left out." }),
};

export const textToSpeech = defineTaskType({
  name: "text_to_speech",
  label: "Text to speech",
  description: "A text read aloud, as WAV, MP3 or Ogg.",
  request: z.strictObject({
    input_data: z
      .strictObject({ text: z.string().trim().min(1).max(20_000).meta({ title: "Text" }), ...speechOptions })
      .meta({ title: "Input" }),
  }),
  narrows: z.object({
    model_name: z.string({ error: "is required" }).min(1).max(200).meta({ title: "Model" }),
    parameters: z.looseObject(speechOptions).default({}).meta({ title: "Parameters" }),
  }),
  refine: ({ request, common }) =>
    (Object.keys(speechOptions) as (keyof typeof speechOptions)[]).flatMap((name) => {
      const inside = request.input_data[name];
      const beside = common.parameters[name];
      if (inside === undefined || beside === undefined || inside === beside) return [];
      return [{ path: `parameters.${name}`, message: `differs from input_data.${name}; keep one` }];
    }),
  result: z.object({
    audio_url: z.string(),
    duration_seconds: z.number().positive(),
    format: z.enum(speechFormats),
  }),
  phases: [{ name: "generate", label: "Speaking", model: "speech" }],
  workload: ({ request }) => ({ generate: { characters: request.input_data.text.length } }),
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => titleFrom(request.input_data.text),
  example: {
    model_name: "builtin/voice",
    input_data: { text: "The harbour bell rings twice before the ferry leaves.", format: "wav" },
  },
});

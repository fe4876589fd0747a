import * as z from "zod";
import { modelKinds } from "#lib/contract/model-kind.ts";

const perQuality = z.object({ square: z.number(), wide: z.number() });

export const priceSchema = z
  .object({
    unit: z.enum(["tokens", "image", "characters", "minute", "free"]).meta({ description: "What is billed" }),
    input: z.number().optional().meta({ description: "Per million tokens read" }),
    output: z.number().optional().meta({ description: "Per million tokens written" }),
    image: z
      .union([z.number(), z.object({ fast: perQuality, balanced: perQuality, quality: perQuality })])
      .optional()
      .meta({ description: "Per picture; by quality and shape where the provider charges by them" }),
    perMillionCharacters: z.number().optional(),
    perMinute: z.number().optional(),
  })
  .meta({ id: "ModelPrice", description: "US dollars" });

const dollars = z.number().min(0).max(1_000_000);
const shapes = z.strictObject({ square: dollars, wide: dollars });

/** A price that an account sets: each unit with the figures that it is reckoned by. */
export const ownPriceSchema = z
  .discriminatedUnion("unit", [
    z.strictObject({ unit: z.literal("tokens"), input: dollars, output: dollars }),
    z.strictObject({
      unit: z.literal("image"),
      image: z.union([dollars, z.strictObject({ fast: shapes, balanced: shapes, quality: shapes })]),
    }),
    z.strictObject({ unit: z.literal("characters"), perMillionCharacters: dollars }),
    z.strictObject({ unit: z.literal("minute"), perMinute: dollars }),
    z.strictObject({ unit: z.literal("free") }),
  ])
  .meta({
    id: "OwnModelPrice",
    description:
      "US dollars: per million tokens read and written, per picture, per million characters, per minute of speech",
    example: { unit: "tokens", input: 1.1, output: 8.5 },
  });

/** What can generate, what it costs, and what the account decided about it. */
export const modelsSchema = z
  .object({
    providers: z.array(
      z.object({
        name: z.string(),
        connected: z.boolean(),
        variable: z.string().nullable().meta({ description: "What connects it" }),
        price_source: z.string().nullable().meta({ description: "Where it publishes its prices" }),
        found_at: z.string().nullable().meta({
          description: "A server that a worker found on its own machine; null where none was looked for or found",
        }),
      }),
    ),
    builtin_models: z
      .array(
        z.object({
          kind: z.string(),
          id: z.string(),
          serves: z
            .array(z.object({ task_type: z.string(), phases: z.array(z.string()) }))
            .meta({ description: "What it can be asked for: phases that it knows the work of, by task type" }),
        }),
      )
      .meta({ description: "Once for each kind of work that it does" }),
    models: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(modelKinds),
          connected: z.boolean(),
          price: priceSchema.nullable().meta({ description: "Null where it is not known" }),
          price_from: z
            .enum(["list", "account"])
            .nullable()
            .meta({ description: "`list`: of the day in prices_as_of; `account`: set by an admin; null: not known" }),
          price_set: z
            .object({ by: z.string(), at: z.iso.datetime() })
            .nullable()
            .meta({ description: "Who set the account's own price, and when" }),
          list_price: priceSchema.nullable().meta({ description: "What holds without an own price" }),
        }),
      )
      .meta({ description: "The built-in ones, those with a known price, and those that the account has named" }),
    uses: z
      .array(
        z.object({
          task_type: z.string(),
          phases: z.array(
            z.object({
              name: z.string(),
              kind: z.enum(modelKinds),
              models: z.object({
                fast: z.string().nullable(),
                balanced: z.string().nullable(),
                quality: z.string().nullable(),
              }),
            }),
          ),
        }),
      )
      .meta({
        description:
          "The model of each phase where a task names none, by quality_preference; null where none can be had and nothing may stand in",
      }),
    prices_as_of: z.string(),
    allow_substitution: z.boolean(),
    model_aliases: z.record(z.string(), z.string()),
    model_tiers: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  })
  .meta({ id: "Models" });

export type ModelsAnswer = z.output<typeof modelsSchema>;

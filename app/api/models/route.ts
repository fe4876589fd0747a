import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { describeModels, setModels, setModelsSchema } from "#domain/models/model-settings.ts";
import { json } from "#lib/http/route.ts";

const modelsSchema = z
  .object({
    providers: z.array(
      z.object({
        name: z.string(),
        connected: z.boolean(),
        variable: z.string().nullable().meta({ description: "What connects it" }),
      }),
    ),
    builtin_models: z.array(z.object({ kind: z.string(), id: z.string() })),
    prices_as_of: z.string(),
    allow_substitution: z.boolean(),
    model_aliases: z.record(z.string(), z.string()),
    model_tiers: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  })
  .meta({ id: "Models" });

export const GET = route(
  {
    summary: "Connected providers, built-in models, aliases and tiers",
    access: "tasks:read",
    responses: { 200: modelsSchema },
  },
  async ({ ctx }) => json(await describeModels(ctx)),
);

export const PUT = route(
  {
    summary: "Change aliases, tiers, and whether a built-in model may stand in",
    access: "account:admin",
    body: setModelsSchema,
    responses: { 200: modelsSchema },
  },
  async ({ ctx, body }) => json(await setModels(ctx, body)),
);

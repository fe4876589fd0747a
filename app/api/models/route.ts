import { route } from "#app/_server/hub-route.ts";
import { describeModels, setModels, setModelsSchema } from "#domain/models/model-settings.ts";
import { modelsSchema } from "#lib/contract/models.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Connected providers, models and their prices, what each task type uses, aliases and tiers",
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

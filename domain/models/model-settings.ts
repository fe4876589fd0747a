import { sql } from "drizzle-orm";
import * as z from "zod";
import { accountSettings } from "#db/schema/accounts.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { describeUses, listModels, servedBy } from "#domain/models/describe-uses.ts";
import { modelLookChannel } from "#domain/models/model-tests.ts";
import { type AccountModels, readAccountModels } from "#domain/models/read-settings.ts";
import { modelKinds } from "#lib/contract/model-kind.ts";
import { type ModelsAnswer, ownPriceSchema } from "#lib/contract/models.ts";
import { builtinModels, isBuiltin } from "#lib/models/builtin-models.ts";
import type { ModelTiers } from "#lib/models/model-settings.ts";
import type { OwnPrices } from "#lib/models/price.ts";
import { priceSources, pricesAsOf } from "#lib/models/prices.ts";
import { isConnected, type ProviderName, parseModelId, providerNames, variableOf } from "#lib/models/providers.ts";

const knownModel = z
  .string()
  .max(200)
  .refine((id) => parseModelId(id) !== null, {
    error: `must be provider/model; providers are ${providerNames.join(", ")}`,
  });

/** One model, or several of which each stands in for the one before it. */
const tier = z.union([knownModel, z.array(knownModel).min(1).max(5)]);

const pricedModel = knownModel.refine((id) => !isBuiltin(id), { error: "runs in the hub itself and costs nothing" });

/** Absent fields stay as they are. */
export const setModelsSchema = z.strictObject({
  allow_substitution: z.boolean().optional(),
  model_aliases: z.record(z.string().min(1).max(200), knownModel).optional(),
  model_tiers: z
    .partialRecord(z.enum(["fast", "balanced", "quality"]), z.partialRecord(z.enum(modelKinds), tier))
    .optional(),
  model_prices: z.record(pricedModel, ownPriceSchema.nullable()).optional().meta({
    description:
      "By model id: what the account pays, in place of the list's price from now on; null goes back to the list. Models that are not named keep what they have",
  }),
});

/** What can generate here, and what the account decided about it. Keys of providers are never shown. */
export async function describeModels(ctx: Ctx) {
  requireScope(ctx, "tasks:read");
  // What a worker finds now is in the next answer; it also looks by itself.
  await ctx.db.execute(sql`select pg_notify(${modelLookChannel}, '')`);
  return readModels(ctx);
}

async function readModels(ctx: Ctx): Promise<ModelsAnswer> {
  const models = await inAccount(ctx, (tx) => readAccountModels(tx, ctx.actor.accountId));
  const { settings, environment } = models;
  return {
    providers: providerNames.map((name) => ({
      name,
      connected: isConnected(name, environment),
      variable: variableOf(name),
      price_source: priceSources[name] ?? null,
      found_at: foundAt(name, models),
    })),
    builtin_models: Object.entries(builtinModels).flatMap(([name, kinds]) =>
      kinds.map((kind) => ({ kind, id: `builtin/${name}`, serves: servedBy(`builtin/${name}`, kind) })),
    ),
    models: listModels(models),
    uses: describeUses(models),
    prices_as_of: pricesAsOf,
    allow_substitution: settings.allowSubstitution,
    model_aliases: settings.modelAliases,
    model_tiers: settings.modelTiers,
  };
}

/** Changes what the account decided about models, and gives it as it is then; tasks made from then on follow it. */
export async function setModels(ctx: Ctx, input: z.output<typeof setModelsSchema>) {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  const { model_prices: prices } = input;
  const changes = {
    ...(input.allow_substitution !== undefined && { allowSubstitution: input.allow_substitution }),
    ...(input.model_aliases && { modelAliases: input.model_aliases }),
    ...(input.model_tiers && { modelTiers: input.model_tiers as ModelTiers }),
  };
  const own = ownPrices(ctx, prices ?? {});
  const dropped = Object.keys(prices ?? {});
  // In one statement on what is there, so that two admins who price two models at once both have their way.
  const modelPrices = sql`(${accountSettings.modelPrices} - ${sql.param(dropped)}::text[]) || ${JSON.stringify(own)}::jsonb`;
  const detail = {
    changed: [...Object.keys(changes), ...(prices ? ["modelPrices"] : [])],
    ...(prices && { model_prices: prices }),
  };
  await inAccount(ctx, async (tx) => {
    await tx
      .insert(accountSettings)
      .values({ accountId, ...changes, modelPrices: own })
      .onConflictDoUpdate({
        target: accountSettings.accountId,
        set: { ...changes, ...(prices && { modelPrices }), updatedAt: sql`now()` },
      });
    await recordAudit({ ...ctx, tx }, { action: "models.set", targetType: "settings", targetId: accountId, detail });
  });
  return readModels(ctx);
}

function ownPrices(ctx: Ctx, prices: NonNullable<z.output<typeof setModelsSchema>["model_prices"]>): OwnPrices {
  const set = { by: ctx.actor.name, at: new Date().toISOString() };
  return Object.fromEntries(Object.entries(prices).flatMap(([id, price]) => (price ? [[id, { price, ...set }]] : [])));
}

/** The address that a worker found, unless the environment names one. */
function foundAt(name: ProviderName, { environment, localServers }: AccountModels): string | null {
  const variable = variableOf(name);
  if (variable !== "OLLAMA_BASE_URL" && variable !== "OPENAI_COMPATIBLE_BASE_URL") return null;
  const found = localServers[variable];
  return found !== undefined && environment[variable] === found ? found : null;
}

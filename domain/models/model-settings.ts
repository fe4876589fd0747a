import { sql } from "drizzle-orm";
import * as z from "zod";
import { accountSettings } from "#db/schema/accounts.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { describeUses, listModels, servedBy } from "#domain/models/describe-uses.ts";
import { readModelSettings } from "#domain/tasks/assess-task.ts";
import { modelKinds } from "#lib/contract/model-kind.ts";
import type { ModelsAnswer } from "#lib/contract/models.ts";
import { env } from "#lib/env.ts";
import { builtinModels } from "#lib/models/builtin-models.ts";
import type { ModelTiers } from "#lib/models/model-settings.ts";
import { priceSources, pricesAsOf } from "#lib/models/prices.ts";
import { isConnected, parseModelId, providerNames, variableOf } from "#lib/models/providers.ts";

const knownModel = z
  .string()
  .max(200)
  .refine((id) => parseModelId(id) !== null, {
    error: `must be provider/model; providers are ${providerNames.join(", ")}`,
  });

/** One model, or several of which each stands in for the one before it. */
const tier = z.union([knownModel, z.array(knownModel).min(1).max(5)]);

/** Absent fields stay as they are. */
export const setModelsSchema = z.strictObject({
  allow_substitution: z.boolean().optional(),
  model_aliases: z.record(z.string().min(1).max(200), knownModel).optional(),
  model_tiers: z
    .partialRecord(z.enum(["fast", "balanced", "quality"]), z.partialRecord(z.enum(modelKinds), tier))
    .optional(),
});

/** What can generate here, and what the account decided about it. Keys of providers are never shown. */
export async function describeModels(ctx: Ctx) {
  requireScope(ctx, "tasks:read");
  return readModels(ctx);
}

async function readModels(ctx: Ctx): Promise<ModelsAnswer> {
  const settings = await inAccount(ctx, (tx) => readModelSettings(tx, ctx.actor.accountId));
  return {
    providers: providerNames.map((name) => ({
      name,
      connected: isConnected(name, env()),
      variable: variableOf(name),
      price_source: priceSources[name] ?? null,
    })),
    builtin_models: Object.entries(builtinModels).flatMap(([name, kinds]) =>
      kinds.map((kind) => ({ kind, id: `builtin/${name}`, serves: servedBy(`builtin/${name}`, kind) })),
    ),
    models: listModels(settings),
    uses: describeUses(settings),
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
  const changes = {
    ...(input.allow_substitution !== undefined && { allowSubstitution: input.allow_substitution }),
    ...(input.model_aliases && { modelAliases: input.model_aliases }),
    ...(input.model_tiers && { modelTiers: input.model_tiers as ModelTiers }),
  };
  await inAccount(ctx, async (tx) => {
    await tx
      .insert(accountSettings)
      .values({ accountId, ...changes })
      .onConflictDoUpdate({ target: accountSettings.accountId, set: { ...changes, updatedAt: sql`now()` } });
    await recordAudit(
      { ...ctx, tx },
      { action: "models.set", targetType: "settings", targetId: accountId, detail: { changed: Object.keys(changes) } },
    );
  });
  return readModels(ctx);
}

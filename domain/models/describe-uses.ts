import type { AccountModels } from "#domain/models/read-settings.ts";
import type { ModelKind } from "#lib/contract/model-kind.ts";
import type { ModelsAnswer } from "#lib/contract/models.ts";
import { builtinFor, builtinKinds, builtinModels } from "#lib/models/builtin-models.ts";
import type { OwnPrices } from "#lib/models/price.ts";
import { kindOf, ownPriceOf, pricedModels, priceOf } from "#lib/models/prices.ts";
import { isConnected, parseModelId } from "#lib/models/providers.ts";
import { guessKind, resolveModel } from "#lib/models/resolve-model.ts";
import type { PhaseDeclaration } from "#task-types/define-task-type.ts";
import { findTaskType, taskTypeNames } from "#task-types/schemas.ts";

/** The models that a person here may think of: built in, of known price, or named by the account. */
export function listModels({ settings, environment }: AccountModels): ModelsAnswer["models"] {
  const builtin = Object.keys(builtinModels).flatMap((name) =>
    builtinKinds(name).map((kind) => ({ id: `builtin/${name}`, kind })),
  );
  const named = [
    ...Object.values(settings.modelAliases).map((id) => ({ id, kind: guessKind(id) })),
    ...Object.values(settings.modelTiers).flatMap((tier) =>
      Object.values(tier)
        .flat()
        .map((id) => ({ id: settings.modelAliases[id] ?? id, kind: guessKind(id) })),
    ),
  ];
  const listed = [...builtin, ...pricedModels, ...named];
  const own = Object.entries(settings.modelPrices).flatMap(([id, { price }]) =>
    listed.some((model) => model.id === id)
      ? []
      : [{ id, kind: price.unit === "free" ? guessKind(id) : kindOf(price) }],
  );
  const all = new Map([...listed, ...own].map((model) => [`${model.id} ${model.kind}`, model]));
  return [...all.values()].flatMap(({ id, kind }) => {
    const provider = parseModelId(id)?.provider;
    if (!provider) return [];
    return [{ id, kind, connected: isConnected(provider, environment), ...describePriceOf(id, settings.modelPrices) }];
  });
}

/** What a model costs here, and who says so. */
function describePriceOf(id: string, own: OwnPrices) {
  const set = ownPriceOf(id, own);
  const price = priceOf(id, own);
  return {
    price,
    price_from: set ? ("account" as const) : price ? ("list" as const) : null,
    price_set: set ? { by: set.by, at: set.at } : null,
    list_price: priceOf(id, {}),
  };
}

/** The phases whose work a built-in model knows; another's it cannot be asked for, whatever its kind. */
export function servedBy(id: string, kind: ModelKind): ModelsAnswer["builtin_models"][number]["serves"] {
  return taskTypeNames.flatMap((name) => {
    const phases = (findTaskType(name)?.phases ?? [])
      .filter((phase) => phase.model === kind && builtinFor(kind, phase.builtin) === id)
      .map((phase) => phase.name);
    return phases.length > 0 ? [{ task_type: name, phases }] : [];
  });
}

/** What runs each type's phases when a task names no model. */
export function describeUses(models: AccountModels): ModelsAnswer["uses"] {
  return taskTypeNames.map((name) => ({
    task_type: name,
    phases: (findTaskType(name)?.phases ?? []).flatMap((phase) =>
      phase.model ? [{ name: phase.name, kind: phase.model, models: byQuality(phase, models) }] : [],
    ),
  }));
}

function byQuality(phase: PhaseDeclaration, { settings, environment }: AccountModels) {
  const modelOf = (qualityPreference: "fast" | "balanced" | "quality"): string | null => {
    const choice = { modelName: null, modelsByPhase: {}, qualityPreference };
    const kind = phase.model ?? "text";
    try {
      const question = { phase: phase.name, kind, builtin: phase.builtin, choice, settings, environment };
      return resolveModel(question).modelId;
    } catch {
      return null;
    }
  };
  return { fast: modelOf("fast"), balanced: modelOf("balanced"), quality: modelOf("quality") };
}

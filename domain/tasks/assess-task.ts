import type { AccountModels } from "#domain/models/read-settings.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { checkModels } from "#lib/models/check-models.ts";
import { estimateCost } from "#lib/models/estimate-cost.ts";
import type { ResolvedModel } from "#lib/models/resolve-model.ts";
import { phasesFor } from "#task-types/define-task-type.ts";

export type Assessment = {
  /** US dollars; null when a model's price is unknown. */
  estimatedCost: number | null;
  /** The same by phase, for those that use a model. */
  costByPhase: Record<string, number | null>;
  /** By phase, for those that use one. */
  models: Record<string, ResolvedModel>;
};

/** What a fetched page is taken to hold, for the estimate. */
const charactersPerPage = 8_000;

/**
 * What a task would cost, and with which models, before it is made.
 * @throws HubError MODEL_NOT_FOUND when a model cannot be had and the account allows no substitution
 */
export function assessTask(
  task: NewTask,
  { settings, environment }: Pick<AccountModels, "settings" | "environment">,
): Assessment {
  const { common, request, taskType } = task;
  const check = {
    phases: request ? phasesFor(taskType, request, common) : taskType.phases,
    choice: {
      modelName: common.model_name ?? null,
      modelsByPhase: common.models_by_phase ?? {},
      qualityPreference: common.quality_preference,
    },
    settings,
    environment,
  };
  const pages = common.reference_urls.length * charactersPerPage;
  const estimate = estimateCost({
    ...check,
    materialCharacters: (common.source_material?.length ?? 0) + pages + (request ? charactersIn(request) : 0),
    workload: (request && taskType.workload?.({ request, common })) ?? {},
  });
  return { estimatedCost: estimate.total, costByPhase: estimate.byPhase, models: checkModels(check) };
}

/** What the models will read of the request itself; a picture in it is no text. */
function charactersIn(request: JsonObject): number {
  const text = JSON.stringify(request, (key, value) => (key === "image_base64" ? undefined : value));
  return text.length;
}

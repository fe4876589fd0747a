import type { ModelKind } from "#lib/contract/model-kind.ts";
import { type Issue, validationError } from "#lib/errors.ts";
import type { ModelChoice, ModelSettings } from "./model-settings.ts";
import type { ProviderEnv } from "./providers.ts";
import { type ResolvedModel, resolveModel } from "./resolve-model.ts";

export type ModelCheck = {
  /** The phases of the task type, as it declares them. */
  phases: readonly { name: string; model: ModelKind | null; builtin?: string | null }[];
  choice: ModelChoice;
  settings: ModelSettings;
  environment: ProviderEnv;
};

/**
 * The model of each phase that uses one, asked before a task is made.
 * @throws HubError MODEL_NOT_FOUND when a model cannot be had and the account allows no substitution;
 *   VALIDATION_ERROR when `models_by_phase` names a phase that the type does not have or that uses no model.
 */
export function checkModels({ phases, choice, settings, environment }: ModelCheck): Record<string, ResolvedModel> {
  const takesModel = phases.flatMap((phase) => (phase.model ? [phase.name] : []));
  const issues = Object.keys(choice.modelsByPhase).flatMap((name): Issue[] =>
    takesModel.includes(name)
      ? []
      : [
          {
            path: `models_by_phase.${name}`,
            message: `is no phase that uses a model; those are ${takesModel.join(", ")}`,
          },
        ],
  );
  const sole = takesModel.length === 1;
  if (issues.length > 0) throw validationError(issues);
  return Object.fromEntries(
    phases.flatMap(({ name, model, builtin }) =>
      model ? [[name, resolveModel({ phase: name, kind: model, builtin, sole, choice, settings, environment })]] : [],
    ),
  );
}

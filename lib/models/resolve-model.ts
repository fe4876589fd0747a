import type { ModelKind } from "#lib/contract/model-kind.ts";
import { HubError } from "#lib/errors.ts";
import { builtinFor, builtinKinds } from "./builtin-models.ts";
import type { ModelChoice, ModelSettings } from "./model-settings.ts";
import {
  isConnected,
  isLookedFor,
  type ProviderEnv,
  parseModelId,
  providerNames,
  whyNotConnected,
} from "./providers.ts";

export type ResolvedModel = {
  modelId: string;
  /** Sentences that say what was asked for and why something else runs; empty when it is what was asked for. */
  degradedReasons: string[];
  /** What stands in when it fails, in order, before the built-in one; absent for none. */
  fallbacks?: string[];
};

export type ModelQuestion = {
  phase: string;
  kind: ModelKind;
  /** The built-in model that knows this phase's work, where it is not the usual one of its kind; null where none does. */
  builtin?: string | null;
  /** No other phase uses a model, so `model_name` is meant for this one whatever it is called. */
  sole?: boolean;
  choice: ModelChoice;
  settings: ModelSettings;
  environment: ProviderEnv;
};

/** The request field that named a model, for errors; null where the account's tiers or the hub's defaults did. */
type Wanted = { id: string; field: string | null };

/**
 * Explicit phase model → `model_name` → the account's tier, whose further entries stand in for whatever fails → the connected photo service (images) → built-in.
 * @throws HubError MODEL_NOT_FOUND when what was asked for cannot be had and nothing may stand in for it.
 */
export function resolveModel(question: ModelQuestion): ResolvedModel {
  const wanted = wantedModel(question);
  const fallback = builtinFor(question.kind, question.builtin);
  if (!wanted) return { modelId: defaultModel(question, fallback), degradedReasons: [] };
  const id = question.settings.modelAliases[wanted.id] ?? wanted.id;
  const obstacle = obstacleTo(id, question);
  const others = standIns(question, id);
  if (!obstacle) return { modelId: id, degradedReasons: [], ...(others.length > 0 && { fallbacks: others }) };
  const [next = fallback, ...fallbacks] = others;
  if (!question.settings.allowSubstitution || !next) throw modelNotFound(wanted, question, obstacle);
  const degradedReasons = [substitutionReason(wanted.id, question.phase, obstacle, next)];
  return { modelId: next, degradedReasons, ...(fallbacks.length > 0 && { fallbacks }) };
}

/** The tier's models that can be had, other than the one that was asked for. */
function standIns(question: ModelQuestion, asked: string): string[] {
  const { settings, choice, kind } = question;
  if (!settings.allowSubstitution) return [];
  return [settings.modelTiers[choice.qualityPreference]?.[kind] ?? []]
    .flat()
    .map((id) => settings.modelAliases[id] ?? id)
    .filter((id) => id !== asked && obstacleTo(id, question) === null);
}

/** "The model openai/gpt-5 could not be used for creative (…); builtin/writer was used instead." */
export function substitutionReason(wanted: string, phase: string, obstacle: string, used: string): string {
  return `The model ${wanted} could not be used for the phase "${phase}" (${obstacle}); ${used} was used instead.`;
}

function wantedModel({ phase, kind, choice, settings, sole }: ModelQuestion): Wanted | null {
  const byPhase = choice.modelsByPhase[phase];
  if (byPhase) return { id: byPhase, field: `models_by_phase.${phase}` };
  if (choice.modelName) {
    const target = settings.modelAliases[choice.modelName] ?? choice.modelName;
    if (sole || suits(target, kind)) return { id: choice.modelName, field: "model_name" };
  }
  const tier = [settings.modelTiers[choice.qualityPreference]?.[kind] ?? []].flat()[0];
  return tier ? { id: tier, field: null } : null;
}

function defaultModel(question: ModelQuestion, fallback: string | null): string {
  const { phase, kind, environment } = question;
  if (kind === "image" && isConnected("pexels", environment)) return "pexels/search";
  if (fallback) return fallback;
  const reason = `no built-in model does its ${kind}, and none is chosen`;
  const remedy = `Name one in model_name or models_by_phase.${phase}, or choose the account's tier under Settings → Models.`;
  throw new HubError("MODEL_NOT_FOUND", `The phase "${phase}" needs a model: ${reason}. ${remedy}`, {
    details: { field: null, reason, phase },
  });
}

/** Why a model cannot be had, as far as can be known without asking its provider; null when it can. */
function obstacleTo(id: string, { kind, environment, builtin }: ModelQuestion): string | null {
  const parsed = parseModelId(id);
  if (!parsed) return `no provider of this hub has that name; ids look like ${examples} or are listed as aliases`;
  if (parsed.provider === "builtin") {
    const kinds = builtinKinds(parsed.model);
    if (kinds.length === 0) return "there is no built-in model of that name";
    if (!kinds.includes(kind)) return `it makes ${kinds.join(" and ")}, and this phase needs ${kind}`;
    // Each built-in model knows its own work; no prompt can teach it another's.
    return id === builtinFor(kind, builtin) ? null : "it does not know this kind of work";
  }
  if (parsed.provider === "pexels" && kind !== "image") return "it finds photographs, and this phase needs text";
  return isConnected(parsed.provider, environment) ? null : whyNotConnected(parsed.provider);
}

const examples = providerNames.map((name) => `${name}/…`).join(", ");

/**
 * One `model_name` serves a request whose phases need several kinds; a text model must not be asked to draw. Providers
 * do not say what an id can do, so the names that image and speech models go by decide.
 */
function suits(id: string, kind: ModelKind): boolean {
  const parsed = parseModelId(id);
  const own = parsed?.provider === "builtin" ? builtinKinds(parsed.model) : [];
  // A built-in name that nothing bears is guessed at like any other, so that somebody hears of the slip.
  if (own.length > 0) return own.includes(kind);
  const guessed = guessKind(id);
  // Whoever names a model of words for a picture means one that sees.
  return guessed === kind || (kind === "vision" && guessed === "text");
}

export function guessKind(id: string): ModelKind {
  const parsed = parseModelId(id);
  if (parsed?.provider === "builtin") return builtinKinds(parsed.model)[0] ?? "text";
  if (parsed?.provider === "pexels") return "image";
  if (/image|imagen|dall-?e|flux|diffusion|sdxl|midjourney/i.test(id)) return "image";
  if (/\btts\b|speech|[-/]voice/i.test(id)) return "speech";
  return "text";
}

function modelNotFound(wanted: Wanted, { phase, settings }: ModelQuestion, obstacle: string): HubError {
  const message = `The model ${wanted.id} cannot be had: ${obstacle}.`;
  const provider = parseModelId(settings.modelAliases[wanted.id] ?? wanted.id)?.provider;
  // Its server may only be starting again: an attempt that meets this is made once more.
  const retryable = provider !== undefined && isLookedFor(provider);
  return new HubError("MODEL_NOT_FOUND", message, {
    details: { field: wanted.field, reason: obstacle, model: wanted.id, phase, ...(retryable && { retryable }) },
  });
}

import type { OwnPrices, Quality } from "./price.ts";

/** What an account decided about models; the columns of `account_settings` that generating reads. */
export type ModelSettings = {
  /** False: a model that cannot be had refuses or fails the task instead of giving way to a built-in one. */
  allowSubstitution: boolean;
  /** `{"microsoft/DialoGPT-medium": "openai/gpt-5-mini"}` */
  modelAliases: Record<string, string>;
  /**
   * `{"fast": {"text": ["ollama/mistral", "openai/gpt-5-nano"]}}`: by quality preference, then by kind of model. Of
   * several, each stands in for the one before it.
   */
  modelTiers: ModelTiers;
  /** What the account knows better than the list of prices. */
  modelPrices: OwnPrices;
};

/** Of an account that has decided nothing. */
export const defaultModelSettings: ModelSettings = {
  allowSubstitution: true,
  modelAliases: {},
  modelTiers: {},
  modelPrices: {},
};

/** What one task asked for. */
export type ModelChoice = {
  modelName: string | null;
  modelsByPhase: Record<string, string>;
  qualityPreference: Quality;
};

export type ModelTiers = Record<string, Record<string, string | string[]>>;

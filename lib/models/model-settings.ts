/** What an account decided about models; the columns of `account_settings` that generating reads. */
export type ModelSettings = {
  /** False: a model that cannot be had refuses or fails the task instead of giving way to a built-in one. */
  allowSubstitution: boolean;
  /** `{"microsoft/DialoGPT-medium": "openai/gpt-5-mini"}` */
  modelAliases: Record<string, string>;
  /** `{"fast": {"text": "ollama/mistral"}}`: by quality preference, then by kind of model. */
  modelTiers: Record<string, Record<string, string>>;
};

/** What one task asked for. */
export type ModelChoice = {
  modelName: string | null;
  modelsByPhase: Record<string, string>;
  qualityPreference: "fast" | "balanced" | "quality";
};

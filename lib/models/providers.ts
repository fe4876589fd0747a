import type { Env } from "#lib/env.ts";

/** What the environment must hold for a provider to be reachable; `builtin` needs nothing. */
const providerVariables = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  google: "GOOGLE_GENERATIVE_AI_API_KEY",
  ollama: "OLLAMA_BASE_URL",
  compatible: "OPENAI_COMPATIBLE_BASE_URL",
  pexels: "PEXELS_API_KEY",
} as const satisfies Record<string, keyof Env>;

export type ProviderEnv = Pick<
  Env,
  (typeof providerVariables)[keyof typeof providerVariables] | "OPENAI_COMPATIBLE_API_KEY"
>;

export type ProviderName = "builtin" | keyof typeof providerVariables;

export const providerNames: readonly ProviderName[] = [
  "builtin",
  ...(Object.keys(providerVariables) as (keyof typeof providerVariables)[]),
];

/** The variable that connects a provider; null for `builtin`. */
export function variableOf(provider: ProviderName): string | null {
  return provider === "builtin" ? null : providerVariables[provider];
}

export function isConnected(provider: ProviderName, environment: ProviderEnv): boolean {
  return provider === "builtin" || Boolean(environment[providerVariables[provider]]);
}

/** A server that may run on the workers' own machine, where they look for it; it can come back any moment. */
export function isLookedFor(provider: ProviderName): boolean {
  return provider === "ollama" || provider === "compatible";
}

/** Why a provider cannot be asked at all. */
export function whyNotConnected(provider: ProviderName): string {
  const unset = `${variableOf(provider)} is not set`;
  if (!isLookedFor(provider)) return `${unset}, so ${provider} is not connected`;
  const server = provider === "ollama" ? "Ollama" : "llama.cpp";
  return `${unset}, and no ${server} server answers on the workers' own machine`;
}

/**
 * `openai/gpt-5` → its parts; everything after the first slash is the provider's own id, slashes included.
 * Null for a bare or hub-style id such as `gpt-5` or `microsoft/DialoGPT-medium`.
 */
export function parseModelId(id: string): { provider: ProviderName; model: string } | null {
  const slash = id.indexOf("/");
  const provider = providerNames.find((name) => name === id.slice(0, slash));
  const model = id.slice(slash + 1).trim();
  return slash > 0 && provider && model ? { provider, model } : null;
}

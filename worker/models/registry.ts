import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createProviderRegistry, type ImageModel, type LanguageModel, type SpeechModel } from "ai";
import { isConnected, type ProviderEnv, type ProviderName } from "#lib/models/providers.ts";
import { builtinProvider } from "./builtin/provider.ts";
import { fetchStream as fetch } from "./fetch-stream.ts";
import { pexelsProvider } from "./pexels.ts";

/** The models by id (`ollama/mistral`), as the AI SDK knows them. */
export type ModelRegistry = {
  /** @throws NoSuchModelError for a provider that is not connected. */
  languageModel: (id: string) => LanguageModel;
  imageModel: (id: string) => ImageModel;
  speechModel: (id: string) => SpeechModel;
};

// Its warnings would land between the lines of our log; what matters of them is in the errors.
globalThis.AI_SDK_LOG_WARNINGS = false;

type Provider = Parameters<typeof createProviderRegistry>[0][string];

/** Every provider that the environment connects; `compatible/…` is any server that speaks OpenAI's chat protocol. */
export function createModelRegistry(environment: ProviderEnv): ModelRegistry {
  const makers: Record<ProviderName, () => Provider> = {
    builtin: () => builtinProvider,
    openai: () => createOpenAI({ apiKey: environment.OPENAI_API_KEY, fetch }),
    anthropic: () => createAnthropic({ apiKey: environment.ANTHROPIC_API_KEY, fetch }),
    google: () => createGoogle({ apiKey: environment.GOOGLE_GENERATIVE_AI_API_KEY, fetch }),
    // Ollama's address is given without the path of its OpenAI protocol, or with it.
    ollama: () => speaksOpenAI("ollama", `${environment.OLLAMA_BASE_URL?.replace(/\/+(v1\/*)?$/, "")}/v1`),
    compatible: () =>
      speaksOpenAI("compatible", `${environment.OPENAI_COMPATIBLE_BASE_URL}`, environment.OPENAI_COMPATIBLE_API_KEY),
    pexels: () => pexelsProvider(environment.PEXELS_API_KEY ?? ""),
  };
  const connected = Object.entries(makers).filter(([name]) => isConnected(name as ProviderName, environment));
  const registry = createProviderRegistry(Object.fromEntries(connected.map(([name, make]) => [name, make()])), {
    separator: "/",
  });
  return {
    languageModel: (id) => registry.languageModel(id as `${string}/${string}`),
    imageModel: (id) => registry.imageModel(id as `${string}/${string}`),
    speechModel: (id) => registry.speechModel(id as `${string}/${string}`),
  };
}

function speaksOpenAI(name: string, baseURL: string, apiKey?: string): Provider {
  return createOpenAICompatible({ name, baseURL, apiKey, includeUsage: true, fetch });
}

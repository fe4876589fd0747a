import type { ProviderEnv } from "./providers.ts";

/** The variables that connect model servers which were found on this machine. */
export type LocalServers = { OLLAMA_BASE_URL?: string; OPENAI_COMPATIBLE_BASE_URL?: string };

/** Where Ollama and llama.cpp's server listen unless told otherwise. */
const usual = { ollama: "http://127.0.0.1:11434", llamaCpp: "http://127.0.0.1:8080" };

/** An environment with the servers that were found, where it names none itself. */
export function withLocalServers(environment: ProviderEnv, found: LocalServers): ProviderEnv {
  return {
    ...environment,
    OLLAMA_BASE_URL: environment.OLLAMA_BASE_URL ?? found.OLLAMA_BASE_URL,
    OPENAI_COMPATIBLE_BASE_URL: environment.OPENAI_COMPATIBLE_BASE_URL ?? found.OPENAI_COMPATIBLE_BASE_URL,
  };
}

/** Milliseconds: a server of this machine answers at once or is not there. */
const usualPatience = 400;

/**
 * Looks on loopback for an Ollama and a llama.cpp server. Neither is taken for the other, nor is any other program that
 * happens to listen there.
 * @param addresses where to look
 * @param patience milliseconds
 */
export async function findLocalServers(addresses = usual, patience = usualPatience): Promise<LocalServers> {
  const [ollama, llamaCpp] = await Promise.all([
    answers(`${addresses.ollama}/api/tags`, patience, (body) => Array.isArray(body.models)),
    answers(`${addresses.llamaCpp}/v1/models`, patience, (body) =>
      JSON.stringify(body.data ?? "").includes('"owned_by":"llamacpp"'),
    ),
  ]);
  return {
    ...(ollama && { OLLAMA_BASE_URL: addresses.ollama }),
    ...(llamaCpp && { OPENAI_COMPATIBLE_BASE_URL: `${addresses.llamaCpp}/v1` }),
  };
}

async function answers(
  url: string,
  patience: number,
  isIt: (body: Record<string, unknown>) => boolean,
): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: "error" });
    if (!response.ok) return false;
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && isIt(body as Record<string, unknown>);
  } catch {
    return false;
  }
}

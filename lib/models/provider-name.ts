const names: Readonly<Record<string, string>> = {
  builtin: "Built-in",
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
  ollama: "Ollama",
  compatible: "OpenAI-compatible",
  pexels: "Pexels",
};

/** What people call a provider; its id stands before the slash in "provider/model". */
export function providerName(id: string): string {
  return names[id] ?? id;
}
